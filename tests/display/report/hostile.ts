// Text that tries to be more than text, for every way in which a report is written.
import fc from 'fast-check';

/** Pieces that mean something to Markdown, HTML, terminals or readers of addresses. */
const PIECES = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</td></table>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '&lt;b&gt;',
  '&amp;',
  '&#106;',
  '&copy',
  '[x](javascript:alert(1))',
  '![x](https://example.org/x.png)',
  '[a]: https://example.org',
  '<https://example.org>',
  'https://example.org/a?b=c&d=e#f',
  'http:a',
  'mailto:a@b.org',
  'a@b.org',
  '//example.org',
  'www.example.org',
  'example.com',
  'ftp://example.org',
  '1.2.3.4',
  '3.5',
  '10:30',
  '|',
  ' | --- | ',
  '**b**',
  '__b__',
  '_e_',
  '*',
  '~~s~~',
  '`c`',
  '```',
  '# h',
  '- i',
  '+ i',
  '1. i',
  '1) i',
  '> q',
  '---',
  '===',
  '***',
  ':::',
  '$x$',
  '\\',
  '\\|',
  '\n',
  '\n\n',
  '\r\n# h',
  '\t',
  '    code',
  '\u0000',
  '\u001b[31m',
  '\u001b]0;title\u0007',
  '\u009b2J',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u2028',
  '\ud800',
  '\ufeff',
  '  ',
  'مرحبا',
  'é',
  '日本',
  '😀',
  '!',
  '(',
  ')',
  '[',
  ']',
  '{{x}}',
  '<!-- c -->',
  '<?php ?>',
  '<![CDATA[x]]>',
  'a',
  'b',
  '.',
  ',',
  ' ',
];

/** Hostile text, made of such pieces and of any signs at all. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 6 })), {
    minLength: 1,
    maxLength: 10,
  })
  .map((pieces) => pieces.join(''));

/** Fields that people read and that no other value has to agree with. */
const READ = new Set(
  'label message note statement reason title subject hint shows settingName assessor notice rater descriptor levelLabel decidedBy links url kept'.split(
    ' ',
  ),
);

/** The same value with some text put behind every text that people read, wherever it stands. */
export const poisoned = <T>(value: T, text: string, field = ''): T => {
  if (typeof value === 'string') return (READ.has(field) ? value + text : value) as T;
  if (Array.isArray(value)) return value.map((one) => poisoned(one, text, field)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name === 'messages' ? inner : poisoned(inner, text, name)]),
  ) as T;
};
