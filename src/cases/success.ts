import { credentialOf } from '../binding/binding.js';
import type { Identity } from '../binding/binding.js';
import type { AcceptanceCase } from './case.js';
import type { Subject } from './subject.js';

/** The case that sends the document's own sample. */
export const AS_DOCUMENTED = 'success.sample.as documented';

/** What has to be accepted by each identity, and found afterwards. */
export function success({ outline, binding, known }: Subject): AcceptanceCase[] {
  const created = known(
    'effect.created',
    ...(outline.createdId === undefined ? [] : [`response.${outline.createdId}.identity`]),
    `response.${binding.envelope.result}.meaning`,
  );
  const address = known('endpoint.method', 'endpoint.address');
  const user = credentialOf(binding, 'user');
  const token = credentialOf(binding, 'token');
  const alone = ([identity, { name, variable }]: readonly [
    Identity,
    typeof user,
  ]): AcceptanceCase => ({
    kind: 'acceptance',
    id: `success.identity.${name}`,
    category: 'success',
    title: { en: `accepted by ${name} alone`, zh: `仅凭 ${name} 成功` },
    requirements: [...known(`auth.${name}.accepted`), ...address, ...created],
    identity,
    needs: [variable],
  });
  return [
    ...(
      [
        ['user', user],
        ['token', token],
      ] as const
    ).map(alone),
    {
      kind: 'acceptance',
      id: 'success.identity.both',
      category: 'success',
      title: { en: 'accepted by both identities', zh: '同时提供两种身份成功' },
      requirements: [
        ...known(`auth.${user.name}.accepted`, `auth.${token.name}.accepted`),
        ...created,
      ],
      identity: 'both',
      needs: [user.variable, token.variable],
    },
    {
      kind: 'acceptance',
      id: AS_DOCUMENTED,
      category: 'success',
      title: {
        en: 'the document’s own sample with the fixture’s values',
        zh: '使用测试数据的文档示例请求',
      },
      requirements: [...known('request.sample'), ...created],
      identity: 'both',
    },
  ];
}
