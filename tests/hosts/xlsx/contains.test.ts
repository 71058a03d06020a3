import fc from 'fast-check';
import { ZipPackage } from '../../../src/hosts/xlsx/package/zipPackage';
import { Token, type XmlScanner } from '../../../src/hosts/xlsx/xml/scanner';
import { pack } from './helpers/packages';

/** Whether a part holds "mark", asked before and after it has streamed by. */
function answers(xml: string): [boolean, boolean] {
  const cold = new ZipPackage(pack({ 'a.xml': xml }));
  const warm = new ZipPackage(pack({ 'a.xml': xml }));
  const consume = (scanner: XmlScanner) => {
    while (scanner.next() !== Token.none);
  };
  warm.stream('a.xml', consume, 'mark');
  return [cold.contains('a.xml', 'mark'), warm.contains('A.xml', 'mark')];
}

test('a word is found wherever the pieces of a large part are cut', () => {
  const noise = fc.stringMatching(/^[a-z0-9]{0,40}$/);
  fc.assert(
    fc.property(fc.array(noise, { maxLength: 4000, size: 'max' }), fc.nat(), fc.boolean(), (texts, at, isMarked) => {
      const list = texts.map((text) => text.replaceAll('mark', ''));
      if (isMarked) list.splice(at % (list.length + 1), 0, 'mark');
      const xml = `<a>${list.join('|')}</a>`;
      expect(answers(xml)).toEqual([xml.includes('mark'), xml.includes('mark')]);
    }),
    { numRuns: 30 },
  );
});
