import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { boundDirection } from '../../../src/display/markup/bound-direction.js';
import { escapeMarkup } from '../../../src/display/markup/escape-markup.js';

/** What an XML parser reads in an element and in its attribute. */
const readAsXml = (escaped: string): { text: string; attribute: string } => {
  const read = { text: '', attribute: '' };
  const parser = new SaxesParser();
  parser.on('opentag', ({ attributes }) => {
    read.attribute = String(attributes['a']);
  });
  parser.on('text', (text) => {
    read.text += text;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(`<t a="${escaped}">${escaped}</t>`).close();
  return read;
};

test.each([
  ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
  [`"it's"`, '&quot;it&#39;s&quot;'],
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  [']]>', ']]&gt;'],
  ['two\nlines\tand a tab\r', 'two&#10;lines&#9;and a tab&#13;'],
  ['null \u0000 bell \u0007 escape \u001b[31m', 'null \ufffd bell \ufffd escape \ufffd[31m'],
  ['delete \u007f, next line \u0085', 'delete \ufffd, next line \ufffd'],
  ['half \ud83d of a pair, \udc00 the other', 'half \ufffd of a pair, \ufffd the other'],
  ['no characters \ufffe \uffff \ufdd0 \u{1fffe} \u{10ffff}', 'no characters \ufffd \ufffd \ufffd \ufffd \ufffd'],
  ['a whole pair 🧪, اللغة العربية, 漢字', 'a whole pair 🧪, اللغة العربية, 漢字'],
])('%j is written %j', (text, escaped) => {
  expect(escapeMarkup(text)).toBe(escaped);
});

/** Any text, signs that mean something in markup more often than others. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'&<>"\'\t\n ;#x\u0000\u202e\u2066\u2069\ud800\udc00\u05d0\u0645'.split('')),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

test('whatever the text, a parser of XML reads it back, in an attribute as between tags', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const read = boundDirection(text).replace(
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
        /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/gu,
        '\ufffd',
      );
      const expected = Array.from(read, (sign) =>
        ((sign.codePointAt(0) ?? 0) & 0xfffe) === 0xfffe ? '\ufffd' : sign,
      ).join('');
      expect(readAsXml(escapeMarkup(text))).toEqual({ text: expected, attribute: expected });
    }),
  );
});

describe('signs of direction', () => {
  const everySign = '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';

  test('an override is dropped, and right-to-left letters stay as they are', () => {
    expect(boundDirection('invoice\u202egpj.exe')).toBe('invoicegpj.exe');
    expect(boundDirection('العربية')).toBe('العربية');
    expect(boundDirection('\u200fעברית\u200e')).toBe('\u200fעברית\u200e');
  });

  test('an isolate stays where it is closed in the same text, and goes where it is not', () => {
    expect(boundDirection('a \u2067ب\u2069 c')).toBe('a \u2067ب\u2069 c');
    expect(boundDirection('a \u2067ب c')).toBe('a ب c');
    expect(boundDirection('a \u2069 b')).toBe('a  b');
    expect(boundDirection('\u2066\u2067x\u2069')).toBe('\u2067x\u2069');
  });

  test('whatever the text, what is opened in it is closed in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...everySign.split(''), 'a', 'ب') }), (text) => {
        let open = 0;
        for (const sign of boundDirection(text)) {
          expect(sign < '\u202a' || sign > '\u202e').toBe(true);
          if (sign >= '\u2066' && sign <= '\u2068') open++;
          if (sign === '\u2069') open--;
          expect(open).toBeGreaterThanOrEqual(0);
        }
        expect(open).toBe(0);
      }),
    );
  });
});
