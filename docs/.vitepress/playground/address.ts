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
  return new TextDecoder().decode(Uint8Array.from(binary, (sign) => sign.codePointAt(0) ?? 0));
};

export interface JudgeState {
  /** The id of a shipped rubric, or the text of one that was pasted. */
  readonly rubric?: string | undefined;
  readonly json?: string | undefined;
  readonly values?: Readonly<Record<string, string | readonly string[]>> | undefined;
}

export const writeState = ({ rubric, json, values }: JudgeState): string => {
  const parts = [
    rubric === undefined ? [] : [`rubric=${encodeURIComponent(rubric)}`],
    json === undefined ? [] : [`json=${toBase64Url(json)}`],
    values === undefined || Object.keys(values).length === 0 ? [] : [`a=${toBase64Url(JSON.stringify(values))}`],
  ];
  return `#${parts.flat().join('&')}`;
};

const isValues = (value: unknown): value is Record<string, string | string[]> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every(
    (one) => typeof one === 'string' || (Array.isArray(one) && one.every((item) => typeof item === 'string')),
  );

/** @returns what the address says, or in words why it cannot be read */
export const readState = (hash: string): JudgeState | { readonly fault: string } => {
  const parts = new Map(
    hash
      .replace(/^#/u, '')
      .split('&')
      .map((part): [string, string] => {
        const at = part.indexOf('=');
        return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
      }),
  );
  try {
    const [rubric, json, answers] = [parts.get('rubric'), parts.get('json'), parts.get('a')];
    const values: unknown = answers === undefined ? undefined : JSON.parse(fromBase64Url(answers));
    if (values !== undefined && !isValues(values)) return { fault: 'The answers in the address are not answers.' };
    return {
      rubric: rubric === undefined ? undefined : decodeURIComponent(rubric),
      json: json === undefined ? undefined : fromBase64Url(json),
      values,
    };
  } catch {
    return { fault: 'The address was cut off or changed on its way, and could not be read.' };
  }
};
