// The tools of the workshop run on the Node that CONTRIBUTING promises: `npm ci` warns about none.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readText, root } from './support/sources.js';

interface Locked {
  readonly version?: string;
  readonly optional?: boolean;
  readonly resolved?: string;
  readonly engines?: { readonly node?: string };
}
interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}
const semver = createRequire(import.meta.url)('semver') as {
  readonly satisfies: (version: string, range: string) => boolean;
};

const { packages } = JSON.parse(readText('package-lock.json')) as Lock;
const { engines, dependencies, peerDependencies } = JSON.parse(readText('package.json')) as {
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
};

/** `Node 20.19 or newer` */
const stated = /Node (\d+\.\d+) or newer/u;
const floor = stated.exec(readText('CONTRIBUTING.md'))?.[1];

test('README, CONTRIBUTING and package.json state one oldest Node', () => {
  expect(floor).toBeDefined();
  expect(stated.exec(readText('README.md'))?.[1]).toBe(floor);
  expect(engines.node).toBe(`>=${floor}`);
});

test('every locked package runs on that Node, by its own word', () => {
  // npm passes an optional package by in silence where its engines do not fit.
  const unfit = Object.entries(packages).filter(([path, { engines: needs, optional }]) => {
    if (path === '' || optional === true || needs?.node === undefined) return false;
    return !semver.satisfies(`${floor}.0`, needs.node);
  });
  expect(unfit.map(([path, { version, engines: needs }]) => `${path} ${version}: ${needs?.node}`)).toEqual([]);
  expect(Object.values(packages).filter(({ engines: needs }) => needs?.node).length).toBeGreaterThan(100);
});

test('what a host installs with the library is a range, which lets it share one copy', () => {
  const ranges = Object.values({ ...dependencies, ...peerDependencies });
  expect(ranges.filter((range) => !/^\^\d+\.\d+\.\d+$/u.test(range))).toEqual([]);
});

test('the lock names no place that a package came from', () => {
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

const home = 'https://example.org/stem-leadership';
const whole = { version: '0.0.0', repository: `git+${home}.git`, homepage: home, bugs: { url: `${home}/issues` } };

/** What `npm run release` says of a package.json, before it has built anything. */
const refusalOf = (settings: object) => {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify(settings));
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/release.mjs')], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    return stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test.each<[string, object, string]>([
  ['no address at all', { version: '0.1.0' }, 'repository, homepage, bugs'],
  ['empty texts', { ...whole, homepage: '', bugs: { url: '' } }, 'homepage, bugs'],
  ['blank text', { ...whole, homepage: '  ' }, 'homepage'],
  ['a kind without an address', { ...whole, repository: { type: 'git' } }, 'repository'],
  ['an address of post alone', { ...whole, bugs: { email: 'someone@example.org' } }, 'bugs'],
  ['a word that is no address', { ...whole, repository: 'to be said' }, 'repository'],
  ['null', { ...whole, bugs: null }, 'bugs'],
])('a release is refused where package.json has %s', (_, settings, missing) => {
  expect(refusalOf(settings)).toContain(`package.json has no address for ${missing};`);
});

test('a release is refused while the version is that of nothing released', () => {
  expect(refusalOf(whole)).toContain('the version is 0.0.0');
});
