import { describe, expect, it } from 'vitest';
import type { DocumentMember } from '../../src/document/api-document.js';
import type { Clause } from '../../src/document/phrases.js';
import { conventionRequirements } from '../../src/contract/convention-requirements.js';
import { exclusionsOf, requirementsOf } from '../../src/contract/requirements.js';
import { DOCUMENTS, lineOf } from '../document/documents.js';
import { CONTRACT, CONVENTIONS, endpointOf } from './main-contract.js';
import { REQUIREMENT_IDS } from './requirement-ids.js';

const main = requirementsOf(endpointOf(CONTRACT, 'add_instance_association'));

describe('requirements of add_instance_association', () => {
  it('are these, with their levels and lines', () => {
    const brief = main.map(({ id, level, source }) => `${level} ${id} ${source.line}`);
    expect(brief).toEqual([
      'must endpoint.method 4',
      'must endpoint.address 9',
      'must auth.bk_app_code.required 16',
      'must auth.bk_app_code.type 16',
      'must auth.bk_app_code.verified 16',
      'should auth.bk_app_code.exact 16',
      'must auth.bk_app_secret.required 17',
      'must auth.bk_app_secret.type 17',
      'must auth.bk_app_secret.verified 17',
      'should auth.bk_app_secret.exact 17',
      'must auth.bk_token.type 18',
      'must auth.bk_token.verified 18',
      'should auth.bk_token.exact 18',
      'must auth.identity.required 18',
      'must auth.bk_token.accepted 18',
      'must auth.bk_username.type 19',
      'must auth.bk_username.accepted 19',
      'must effect.created 24',
      'must request.bk_obj_asst_id.required 34',
      'must request.bk_obj_asst_id.type 34',
      'must request.bk_obj_asst_id.exists 34',
      'must request.bk_inst_id.required 35',
      'must request.bk_inst_id.type 35',
      'must request.bk_inst_id.exact 35',
      'must request.bk_inst_id.exists 35',
      'should request.bk_inst_id.model 35',
      'must request.bk_asst_inst_id.required 36',
      'must request.bk_asst_inst_id.type 36',
      'must request.bk_asst_inst_id.exact 36',
      'must request.bk_asst_inst_id.exists 36',
      'should request.bk_asst_inst_id.model 36',
      'must request.metadata.required 37',
      'must request.metadata.type 37',
      'must request.metadata.label.required 44',
      'must request.metadata.label.type 44',
      'should request.metadata.label.values 44',
      'must request.metadata.label.bk_biz_id.required 51',
      'must request.metadata.label.bk_biz_id.type 51',
      'should request.metadata.label.bk_biz_id.nonempty 51',
      'must request.sample 53',
      'must response.body.json 74',
      'must response.result.present 94',
      'must response.result.present_on_failure 94',
      'must response.result.type 94',
      'must response.result.meaning 94',
      'must response.code.present 95',
      'must response.code.present_on_failure 95',
      'must response.code.type 95',
      'must response.code.meaning 95',
      'must response.message.present 96',
      'must response.message.present_on_failure 96',
      'must response.message.type 96',
      'must response.message.nonempty_on_failure 96',
      'must response.data.present 97',
      'should response.data.present_on_failure 97',
      'must response.data.type 97',
      'must response.data.id.present 105',
      'must response.data.id.type 105',
      'must response.data.id.identity 105',
      'should response.data.id.not_reused 105',
      'must response.permission.present 98',
      'should response.permission.present_on_failure 98',
      'must response.permission.type 98',
      'must response.request_id.present 99',
      'should response.request_id.present_on_failure 99',
      'must response.request_id.type 99',
    ]);
  });

  it('have the ids that they have always had, as those of the conventions', () => {
    const all = [...main, ...conventionRequirements(CONVENTIONS)];
    const ids = all.map(({ id }) => id);
    expect(REQUIREMENT_IDS).toHaveLength(77);
    expect(ids).toEqual(REQUIREMENT_IDS);
    expect(all.filter(({ level }) => level === 'must')).toHaveLength(55);
  });

  it.each([
    ['endpoint.method', 'POST'],
    ['auth.bk_app_code.exact', '应用ID'],
    ['auth.bk_app_secret.exact', '安全密钥(应用 TOKEN)'],
    ['auth.bk_token.exact', '当前用户登录态'],
    ['auth.identity.required', 'bk_token与bk_username必须一个有效'],
    ['auth.bk_username.accepted', '应用免登录态验证白名单中的应用，用此字段指定当前用户'],
    ['effect.created', '新增模型实例之间的关联关系'],
    ['request.bk_inst_id.required', '| bk_inst_id           | int64     | Yes     | 源模型实例id|'],
    ['request.bk_inst_id.exact', 'int64'],
    ['request.metadata.label.values', 'string map'],
    ['response.body.json', '```json'],
    ['response.result.meaning', 'true:请求成功；false请求失败'],
    ['response.code.meaning', '0表示success，>0表示失败错误'],
    ['response.data.id.identity', '新增的实例关联关系身份id'],
  ])('%s rests on %j', (id, quote) => {
    expect(main.find((requirement) => requirement.id === id)?.source.quote).toBe(quote);
  });
});

describe.each(CONTRACT.endpoints.map((own) => [own.endpoint, own] as const))('%s', (name, own) => {
  const requirements = requirementsOf(own);
  const exclusions = exclusionsOf(own);
  const { document } = own;

  it('quotes its document', () => {
    const text = DOCUMENTS.get(document.path) ?? '';
    for (const { source } of [...requirements, ...exclusions]) {
      expect(source.path).toBe(document.path);
      expect(source.quote).not.toBe('');
      expect(lineOf(text, source.line)).toContain(source.quote);
    }
  });

  it('gives every requirement its own id and a title in both languages', () => {
    const ids = requirements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { title } of requirements) {
      expect(title.en).toMatch(/^[A-Za-z_][^\p{Script=Han}]+\.$/u);
      expect(title.zh).toMatch(/\p{Script=Han}.*。$/u);
    }
  });

  it('makes a requirement of every statement, or says why not', () => {
    const flat = (members: readonly DocumentMember[]): DocumentMember[] =>
      members.flatMap((member) => [member, ...flat(member.members)]);
    const members = flat([...document.common, ...document.request, ...document.response]);
    const clauses: Clause[] = [
      ...document.descriptionClauses,
      ...members.flatMap((member) => member.clauses),
    ];
    const accounted = [...requirements, ...exclusions].map(({ source }) => source);
    const isAccounted = (at: { line: number; quote: string }): boolean =>
      accounted.some(({ line, quote }) => line === at.line && quote.includes(at.quote));
    expect(members.filter(({ row }) => !isAccounted(row)).map((member) => member.name)).toEqual([]);
    expect(clauses.filter((clause) => !isAccounted(clause))).toEqual([]);
    expect(clauses.filter(({ rule, aside }) => rule === undefined && !aside)).toEqual([]);
  });

  it('demands nothing if it is a document of ours', () => {
    const levels = new Set(requirements.map(({ level }) => level));
    const ours = name !== 'add_instance_association';
    expect(own.ours).toBe(ours);
    expect([...levels].sort()).toEqual(ours ? ['should'] : ['must', 'should']);
  });

  it('has ids of its own names, complete with those of what is shared', () => {
    const ids = requirements.map(({ id }) => id);
    for (const id of ids) expect(id).toMatch(/^(?:endpoint|auth|effect|request|response)\./u);
    expect(ids).toContain('auth.bk_app_code.required');
    expect(ids).toContain('response.code.meaning');
  });
});
