import type { DocumentMember } from './api-document.js';
import { find, type Notes } from './finding.js';
import type { SampleNode } from './json-sample.js';

/**
 * Compares a sample with the table that describes it.
 *
 * @param members - what the table says
 * @param sample - an object of the sample, or what stands in its place
 * @param everyMember - true where the table has no column for required members: all are expected
 * @param notes - takes every contradiction, at its place in the sample
 */
export function checkSample(
  members: readonly DocumentMember[],
  sample: SampleNode,
  everyMember: boolean,
  notes: Notes,
): void {
  if (sample.kind !== 'object') return;
  const documented = new Map(members.map((member) => [member.name, member]));
  for (const [name, value] of sample.members) {
    const member = documented.get(name);
    if (member === undefined) {
      contradiction(
        notes,
        value,
        name,
        'is sampled, but in no table',
        '出现在示例中，但表格没有说明',
      );
    } else checkValue(member, value, everyMember, notes);
  }
  for (const member of members) {
    if (sample.members.has(member.name) || !(member.required ?? everyMember)) continue;
    contradiction(
      notes,
      sample,
      member.name,
      `is required (line ${member.row.line}), but not sampled`,
      `为必有字段（第 ${member.row.line} 行），但示例中没有`,
    );
  }
}

function checkValue(
  member: DocumentMember,
  value: SampleNode,
  everyMember: boolean,
  notes: Notes,
): void {
  const { type } = member;
  if (type === undefined || (type.nullable === true && value.kind === 'null')) return;
  if (value.kind !== type.kind) {
    contradiction(
      notes,
      value,
      member.name,
      `is documented as ${member.typeCell.quote} (line ${member.row.line}), but sampled as ${value.kind}`,
      `的类型写为 ${member.typeCell.quote}（第 ${member.row.line} 行），示例中却是 ${value.kind}`,
    );
    return;
  }
  if (member.members.length === 0) return;
  if (value.kind === 'array') {
    for (const item of value.items) checkSample(member.members, item, everyMember, notes);
  } else if (type.values === undefined) {
    checkSample(member.members, value, everyMember, notes);
  } else if (value.kind === 'object') {
    for (const [name, label] of value.members) {
      if (label.kind === type.values) continue;
      contradiction(notes, label, name, 'is sampled as no string', '在示例中不是字符串');
    }
  }
}

function contradiction(notes: Notes, at: SampleNode, name: string, en: string, zh: string): void {
  find(notes, at, 'sample-contradicts-table', `${name} ${en}.`, `${name} ${zh}。`);
}
