import path from 'node:path';
import { expect, test } from 'vitest';
import { TOOL } from '../store/cache-folder.ts';
import { callerFolder } from './caller-folder.ts';

const tool = path.resolve(TOOL);
const own = { npm_package_json: path.join(tool, 'package.json') };

test('a script of the tool that npm runs works where npm was called', () => {
  expect(callerFolder(tool, { ...own, INIT_CWD: '/srv/company' })).toBe('/srv/company');
  expect(callerFolder(tool, { ...own, INIT_CWD: path.dirname(tool) })).toBe(path.dirname(tool));
  expect(callerFolder(tool, { ...own, INIT_CWD: `${tool}-ledger` })).toBe(`${tool}-ledger`);
});

test('npm that was called inside of the tool means the tool', () => {
  expect(callerFolder(tool, { ...own, INIT_CWD: tool })).toBe(tool);
  expect(callerFolder(tool, { ...own, INIT_CWD: path.join(tool, 'src') })).toBe(tool);
  expect(callerFolder(tool, { ...own, INIT_CWD: path.join(tool, '..hidden') })).toBe(tool);
});

test('whatever else started it says nothing of where it was typed', () => {
  expect(callerFolder(tool, {})).toBe(tool);
  expect(callerFolder(tool, { INIT_CWD: '/srv/company' })).toBe(tool);
  expect(callerFolder('/srv/company', { ...own, INIT_CWD: '/srv' })).toBe('/srv/company');
  expect(callerFolder(tool, { INIT_CWD: '/srv', npm_package_json: '/srv/company/package.json' })).toBe(tool);
});
