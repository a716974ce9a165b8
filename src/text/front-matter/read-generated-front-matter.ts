/**
 * The fast reader. Published articles come from one generator and their front matter has one shape, down to the spaces. This reader
 * knows that shape and nothing else: at the first line it does not know it returns `undefined`, and the YAML parser reads the block
 * from its start. Whatever it does return is what the YAML parser would have returned (held by a property test).
 */
export function readGeneratedFrontMatter(block: string): Record<string, unknown> | undefined {
  if (UNUSUAL.test(block)) return undefined;
  const lines = new LineReader(block);
  const record = readHead(lines);
  if (record === undefined || !readTail(lines, record)) return undefined;
  return lines.onlyBlankLeft() ? record : undefined;
}

/** Tabs, control characters, marks, surrogates and non-characters: YAML has rules about these, so YAML may judge them. */
const UNUSUAL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/;
const INTEGER = /^(?:0|-?[1-9]\d{0,14})$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const DECIMAL = /^-?(?:0|[1-9]\d{0,8})\.\d{1,4}$/;
/** Plain words that YAML reads as something other than text. */
const NOT_TEXT = /^(?:null|true|false)$/i;

/** Reads keys in the one expected order; every method returns `undefined` where the line is not the expected one. */
class LineReader {
  private at = 0;
  constructor(private readonly block: string) {}

  /** The whole line, if the next one is exactly this. */
  line(expected: string): true | undefined {
    const end = this.at + expected.length;
    if (!this.block.startsWith(expected, this.at) || (end < this.block.length && this.block[end] !== '\n'))
      return undefined;
    this.at = end + 1;
    return true;
  }

  /** What stands after `prefix` on the next line, if it begins so. */
  after(prefix: string): string | undefined {
    if (!this.block.startsWith(prefix, this.at)) return undefined;
    const found = this.block.indexOf('\n', this.at);
    const end = found === -1 ? this.block.length : found;
    const value = this.block.slice(this.at + prefix.length, end);
    this.at = end + 1;
    return value;
  }

  /** A text field: plain on its line, or `>-` with its text on the one next line after `indent`. */
  text(prefix: string, indent: string): string | undefined {
    const value = this.after(prefix);
    if (value !== '>-') return value !== undefined && isPlainText(value) ? value : undefined;
    const folded = this.after(indent);
    // An empty or more deeply indented first line would change how YAML folds the block.
    return folded === undefined || folded === '' || folded[0] === ' ' ? undefined : folded;
  }

  matching(prefix: string, shape: RegExp): string | undefined {
    const start = this.at;
    const value = this.after(prefix);
    if (value !== undefined && shape.test(value)) return value;
    this.at = start;
    return undefined;
  }

  onlyBlankLeft(): boolean {
    for (let at = this.at; at < this.block.length; at += 1) if (this.block[at] !== '\n') return false;
    return true;
  }
}

/** Plain YAML text that can be nothing but text: starts with a letter or a slash, holds no comment and no key. */
function isPlainText(value: string): boolean {
  const first = value.charCodeAt(0) | 0x20;
  if (!((first >= 0x61 && first <= 0x7a) || value[0] === '/')) return false;
  const last = value[value.length - 1];
  return last !== ' ' && last !== ':' && !value.includes(': ') && !value.includes(' #') && !NOT_TEXT.test(value);
}

function readHead(lines: LineReader): Record<string, unknown> | undefined {
  const _schema = lines.text('_schema: ', '    ');
  const id = lines.matching('id: ', INTEGER);
  const date = lines.matching('date: ', DATE);
  const title = lines.text('title: ', '    ');
  const article_title = lines.text('article_title: ', '    ');
  const date_format = lines.text('date_format: ', '    ');
  const post_on_text = lines.text('post_on_text: ', '    ');
  const seo = lines.line('seo:') && readSeo(lines);
  const author = lines.text('author: ', '    ');
  const question = lines.text('question: ', '    ');
  if (_schema === undefined || id === undefined || date === undefined || title === undefined) return undefined;
  if (article_title === undefined || date_format === undefined || post_on_text === undefined) return undefined;
  if (seo === undefined || author === undefined || question === undefined) return undefined;
  return { _schema, id: Number(id), date, title, article_title, date_format, post_on_text, seo, author, question };
}

function readSeo(lines: LineReader): Record<string, string> | undefined {
  const title = lines.text('  title: ', '    ');
  const page_description = lines.text('  page_description: ', '    ');
  const page_keywords = lines.text('  page_keywords: ', '    ');
  if (title === undefined || page_description === undefined || page_keywords === undefined) return undefined;
  return { title, page_description, page_keywords };
}

/** Everything after the question, added to `record`. */
function readTail(lines: LineReader, record: Record<string, unknown>): boolean {
  const noIndex = readNoIndex(lines);
  if (noIndex !== undefined) record['no_index'] = noIndex;
  const answer = lines.text('answer: ', '    ');
  const subject = lines.text('subject: ', '    ');
  const file_name = lines.text('file_name: ', '    ');
  const url = lines.text('url: ', '    ');
  if (answer === undefined || subject === undefined || file_name === undefined || url === undefined) return false;
  record['answer'] = answer;
  record['subject'] = subject;
  record['file_name'] = file_name;
  record['url'] = url;
  // A score of another shape stays unread, so that text is left over at the end and the whole block is handed over.
  const score = lines.matching('score: ', DECIMAL);
  if (score !== undefined) record['score'] = Number(score);
  return readRelated(lines, record);
}

function readNoIndex(lines: LineReader): boolean | undefined {
  if (lines.line('no_index: True') || lines.line('no_index: true')) return true;
  return lines.line('no_index: False') || lines.line('no_index: false') ? false : undefined;
}

function readRelated(lines: LineReader, record: Record<string, unknown>): boolean {
  for (let slot = 1; lines.line(`related_article${slot}:`); slot += 1) {
    const id = lines.matching('    id: ', INTEGER);
    const title = lines.text('    title: ', '        ');
    const subject = lines.text('    subject: ', '        ');
    const url = lines.text('    url: ', '        ');
    if (id === undefined || title === undefined || subject === undefined || url === undefined) return false;
    record[`related_article${slot}`] = { id: Number(id), title, subject, url };
  }
  return true;
}
