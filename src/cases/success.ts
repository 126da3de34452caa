import type { Case } from './case.js';

const CREATED = ['effect.created', 'response.data.id.identity', 'response.result.meaning'] as const;

/** What has to be accepted, and found afterwards. */
export const success: readonly Case[] = [
  {
    kind: 'acceptance',
    id: 'success.identity.bk_username',
    category: 'success',
    title: { en: 'accepted by bk_username alone', zh: '仅凭 bk_username 成功' },
    requirements: ['auth.bk_username.accepted', 'endpoint.method', 'endpoint.address', ...CREATED],
    identity: 'bk_username',
    needs: 'BK_USERNAME',
  },
  {
    kind: 'acceptance',
    id: 'success.identity.bk_token',
    category: 'success',
    title: { en: 'accepted by bk_token alone', zh: '仅凭 bk_token 成功' },
    requirements: ['auth.bk_token.accepted', 'endpoint.method', 'endpoint.address', ...CREATED],
    identity: 'bk_token',
    needs: 'BK_TOKEN',
  },
  {
    kind: 'acceptance',
    id: 'success.identity.both',
    category: 'success',
    title: { en: 'accepted by both identities', zh: '同时提供两种身份成功' },
    requirements: ['auth.bk_username.accepted', 'auth.bk_token.accepted', ...CREATED],
    identity: 'both',
    needs: 'BK_USERNAME and BK_TOKEN',
  },
  {
    kind: 'acceptance',
    id: 'success.sample.as documented',
    category: 'success',
    title: {
      en: 'the document’s own sample with the fixture’s values',
      zh: '使用测试数据的文档示例请求',
    },
    requirements: ['request.sample', ...CREATED],
    identity: 'both',
  },
  {
    kind: 'procedure',
    id: 'success.int64.exact',
    category: 'success',
    title: { en: 'int64 ids are kept exactly', zh: 'int64 id 精确无损' },
    requirements: ['request.bk_inst_id.exact', 'request.bk_asst_inst_id.exact'],
    procedure: 'exact-ids',
  },
  {
    kind: 'procedure',
    id: 'success.ids.two creations',
    category: 'success',
    title: {
      en: 'two creations give two ids; an id is not given again',
      zh: '两次创建得到两个 id，删除后的 id 不再使用',
    },
    requirements: ['response.data.id.identity', 'response.data.id.not_reused'],
    procedure: 'two-creations',
  },
  {
    kind: 'procedure',
    id: 'success.ids.eight at once',
    category: 'success',
    title: { en: 'eight creations at once give eight ids', zh: '八个并发创建得到八个 id' },
    requirements: ['response.data.id.identity', 'effect.created'],
    procedure: 'eight-at-once',
  },
];
