import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTexts } from '../../src/report/html/client/read-texts.js';
import { GAP, shapeTexts } from '../../src/report/html/text-shapes.js';

function readAgain(texts: readonly string[]): string[] {
  const { shapes, packed } = shapeTexts(texts);
  const text = readTexts({ shapes, texts: packed });
  return texts.map((_, ref) => text(ref));
}

describe('shapes of texts', () => {
  it('keep once what texts have in common, and of the rest only what differs', () => {
    const texts = [
      '{"app":"e35a","id":404,"request":"caa8a10ebecd4f65a702f739b50fa23b"}',
      '{"app":"e35a","id":9007199254740993,"request":"d12095799638478d9e96d3d5e7cddc58"}',
      'alone 1',
    ];
    expect(shapeTexts(texts)).toEqual({
      shapes: [`{"app":"e35a","id":${GAP},"request":"${GAP}"}`],
      packed: [
        [0, 404, 'caa8a10ebecd4f65a702f739b50fa23b'],
        [0, '9007199254740993', 'd12095799638478d9e96d3d5e7cddc58'],
        'alone 1',
      ],
    });
    expect(readAgain(texts)).toEqual(texts);
  });

  it('give every text back as it was', () => {
    const digits = fc.constantFrom('0', '00', '7', '12', '-0', '1e21', '9007199254740993');
    const piece = fc.oneof(fc.string({ unit: 'grapheme' }), digits, fc.uuid());
    const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const whole = texts.map((each) => each.replaceAll(GAP, ''));
        expect(readAgain(whole)).toEqual(whole);
      }),
    );
  });
});
