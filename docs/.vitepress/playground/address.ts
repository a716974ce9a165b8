// What a page of the playground keeps in the address: after the #, which no browser sends to a server.
/** Longer addresses are cut off by mail programs and some browsers; then the file is offered instead. */
export const LONGEST_ADDRESS = 8_000;

const toBase64Url = (text: string): string => {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

const fromBase64Url = (text: string): string => {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (sign) => sign.codePointAt(0) ?? 0));
};

/** No page writes longer ones, and none is read. */
const LONGEST_READ = 200_000;

export interface JudgeState {
  /** The id of a shipped rubric, or the text of one that was pasted. */
  readonly rubric?: string | undefined;
  readonly json?: string | undefined;
  /** The version of the rubric that the answers are to. */
  readonly version?: string | undefined;
  readonly values?: Readonly<Record<string, string | readonly string[]>> | undefined;
}

/** @returns the part of the address behind the page, or nothing where it would be too long */
export const writeState = ({ rubric, json, version, values }: JudgeState): string | undefined => {
  const answers = values === undefined || Object.keys(values).length === 0 ? undefined : JSON.stringify(values);
  if ((json?.length ?? 0) + (answers?.length ?? 0) > LONGEST_ADDRESS) return undefined;
  const parts = [
    rubric === undefined ? [] : [`rubric=${encodeURIComponent(rubric)}`],
    json === undefined ? [] : [`json=${toBase64Url(json)}`],
    version === undefined || answers === undefined ? [] : [`v=${encodeURIComponent(version)}`],
    answers === undefined ? [] : [`a=${toBase64Url(answers)}`],
  ];
  const text = `#${parts.flat().join('&')}`;
  return text.length > LONGEST_ADDRESS ? undefined : text;
};

const isValues = (value: unknown): value is Record<string, string | string[]> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every(
    (one) => typeof one === 'string' || (Array.isArray(one) && one.every((item) => typeof item === 'string')),
  );

const KEYS = ['rubric', 'json', 'v', 'a'];

/** @returns what the address says, or in words why it cannot be read */
export const readState = (hash: string): JudgeState | { readonly fault: string } => {
  const text = hash.replace(/^#/u, '');
  if (text === '') return {};
  if (text.length > LONGEST_READ)
    return {
      fault: `The address has ${text.length.toLocaleString('en-GB')} characters, more than any that this page writes; it was not read.`,
    };
  const parts = new Map(
    text.split('&').map((part): [string, string] => {
      const at = part.indexOf('=');
      return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
    }),
  );
  if ([...parts.keys()].some((key) => !KEYS.includes(key)))
    return {
      fault:
        'The address holds something that this page does not know: it was cut off or changed on its way, or a newer page wrote it.',
    };
  try {
    const [rubric, json, version, answers] = ['rubric', 'json', 'v', 'a'].map((key) => parts.get(key));
    const values: unknown = answers === undefined ? undefined : JSON.parse(fromBase64Url(answers));
    if (values !== undefined && !isValues(values)) return { fault: 'The answers in the address are not answers.' };
    return {
      rubric: rubric === undefined ? undefined : decodeURIComponent(rubric),
      json: json === undefined ? undefined : fromBase64Url(json),
      version: version === undefined ? undefined : decodeURIComponent(version),
      values,
    };
  } catch {
    return { fault: 'The address was cut off or changed on its way, and could not be read.' };
  }
};
