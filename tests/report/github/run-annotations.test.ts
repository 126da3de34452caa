import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/report/github/annotation.js';
import { runAnnotations } from '../../../src/report/github/run-annotations.js';
import { anIgnoringRecord } from '../a-caused-record.js';
import { anEarlyRecord, aFollowedRecord, aSeveralRecord } from '../a-grouped-record.js';
import { aMixedRecord, aRecord, aRequirement } from '../a-record.js';

const WAIVER = {
  endpoint: 'add_instance_association',
  requirement: 'request.bk_inst_id.required',
  reason: 'mended in May',
  expires: '2026-05-31',
} as const;

function ofLevel(all: readonly Annotation[], level: Annotation['level']): readonly Annotation[] {
  return all.filter((each) => each.level === level);
}

describe('what GitHub is to show of a run', () => {
  const mixed = runAnnotations(aMixedRecord(), 'en');

  it('is an error at the line of the document for what failed', () => {
    const errors = ofLevel(mixed, 'error');
    expect(errors.map(({ place }) => place?.line).toSorted()).toEqual([34, 96]);
    const first = errors.find(({ place }) => place?.line === 34);
    expect(first).toMatchObject({
      title: 'bk_inst_id is required',
      place: { path: 'docs/api/add_instance_association.md', line: 34 },
    });
    const told = first?.lines.join('\n');
    expect(told).toContain('request.bk_inst_id.required: Case for');
    expect(told).toContain('without bk_inst_id');
    expect(told).toContain('"id":1041');
  });

  it('is a warning for broken recommendations and for what could not be judged', () => {
    expect(ofLevel(mixed, 'warning')).toEqual([
      expect.objectContaining({ title: 'warning: request_id is fresh per exchange' }),
      expect.objectContaining({ title: 'inconclusive: A missing target instance is refused' }),
    ]);
    expect(ofLevel(mixed, 'notice')).toEqual([]);
  });

  it('is one error for what fails for one cause, or follows from it', () => {
    const errors = ofLevel(runAnnotations(anIgnoringRecord(), 'en'), 'error');
    const [ignored] = errors.filter(({ title }) => title.includes('ignores metadata'));
    expect(ignored?.lines.join('\n')).toMatch(
      /6 rules are broken and 2 .* not kept for this one reason: request\./,
    );
    const followed = ofLevel(runAnnotations(aFollowedRecord(), 'en'), 'error');
    expect(followed).toHaveLength(1);
    expect(followed[0]?.lines.join('\n')).toMatch(/2 more rules .*endpoint\.method/);
  });

  it('is an error that says why, where a run ends with another code than 0 and nothing failed', () => {
    const record = { ...anEarlyRecord(), outcome: 'incomplete' as const, exitCode: 3 };
    const requirements = record.requirements.filter(({ status }) => status !== 'failed');
    const errors = ofLevel(runAnnotations({ ...record, requirements }, 'en'), 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.title).toBe('Incomplete');
    expect(errors[0]?.lines.join('').length).toBeGreaterThan(20);
    expect(runAnnotations(aRecord({ requirements: [aRequirement()] }), 'en')).toEqual([]);
  });

  it('is a warning for a waiver that has run out, beside the error', () => {
    const failed = aRequirement({
      status: 'failed',
      problem: { kind: 'accepted' },
      waiver: [WAIVER],
    });
    const all = runAnnotations(aRecord({ exitCode: 1, requirements: [failed] }), 'en');
    expect(all.map(({ level }) => level)).toEqual(['error', 'warning']);
    expect(all[1]).toMatchObject({ title: 'a waiver has run out', place: { line: 34 } });
    expect(all[1]?.lines.join()).toContain('its waiver ran out on 2026-05-31: mended in May');
  });

  it('is a notice for what is declared and did not occur', () => {
    const { id: requirement, endpoint } = aRequirement();
    const deviation = {
      family: 'cmdb',
      release: 'cmdb-3.9',
      about: { en: 'it is left out', zh: '没有返回' },
    } as const;
    const all = runAnnotations(
      aRecord({
        requirements: [aRequirement()],
        notes: [
          { kind: 'stale-waiver', waiver: WAIVER },
          { kind: 'stale-deviation', endpoint, requirement, deviation },
          { kind: 'stale-waiver', waiver: { ...WAIVER, requirement: 'another' } },
        ],
      }),
      'en',
    );
    expect(all.map(({ level }) => level)).toEqual(['notice', 'notice', 'notice']);
    expect(all.map(({ place }) => place?.line)).toEqual([34, 34, undefined]);
    expect(all[0]?.lines.join()).toContain('its waiver can go');
    expect(all[1]?.lines.join()).toContain('it is left out');
  });

  it('names the endpoint where there are several, and speaks Chinese', () => {
    const told = JSON.stringify(runAnnotations(aSeveralRecord(), 'en'));
    expect(told).toContain('create_thing/');
    const [first] = runAnnotations(aMixedRecord(), 'zh');
    expect(first?.title).toBe('code 的类型与文档一致');
    expect(first?.lines.join('\n')).toContain('发送：');
  });
});
