import { expect, test } from 'vitest';
import { safeAddress } from '../../../src/display/markup/safe-address.js';

test.each([
  'https://example.org/a?b=c&d=e#f',
  'http://example.org',
  'HTTPS://EXAMPLE.ORG/',
  'mailto:stem@example.org',
  '/minutes/may.pdf',
  './minutes.pdf',
  '../minutes.pdf',
  'minutes.pdf',
  'notes/a:b.pdf',
  '?page=2',
  '#leadership',
  'https://example.org/école',
])('%s may be linked to', (address) => {
  expect(safeAddress(address)).toBe(address);
});

test('spaces around an address go, those inside are written as %20', () => {
  expect(safeAddress(' minutes of May.pdf ')).toBe('minutes%20of%20May.pdf');
});

test.each([
  '',
  ' ',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  ' javascript:alert(1)',
  'javascript&colon;alert(1)',
  'javascript&#58;alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://example.org/x',
  'ftp://example.org',
  'view-source:https://example.org',
  '//example.org/x',
  '\\\\example.org\\x',
  '/\\example.org',
  'https:\\\\example.org',
  'https:example.org',
  'https://',
  'https:///x',
  'mailto:',
  'https://example.org/\u202egpj.exe',
  'https://example.org/\ud800',
  '\ufeffjavascript:alert(1)',
  '1:2',
])('%j is shown as text', (address) => {
  expect(safeAddress(address)).toBeUndefined();
});
