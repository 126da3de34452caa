import { expect, it } from 'vitest';
import { goesDirect } from '../../src/http/no-proxy.js';

it.each([
  ['http://localhost:80', ''],
  ['http://a.localhost', ''],
  ['http://127.0.0.1', ''],
  ['http://127.255.3.4:9', ''],
  ['http://[::1]:80', ''],
  ['http://[::ffff:127.0.0.1]', ''],
  ['https://a.example', '*'],
  ['https://a.example', 'b.example, a.example'],
  ['https://A.example', 'a.EXAMPLE'],
  ['https://x.a.example', 'a.example'],
  ['https://x.a.example', '.a.example'],
  ['https://x.a.example', '*.a.example'],
  ['https://a.example', 'a.example:443'],
  ['http://a.example', 'a.example:80'],
  ['http://a.example:8080', 'a.example:8080'],
  ['http://10.1.2.3', '10.1.2.3'],
  ['http://10.1.2.3', '10.0.0.0/8'],
  ['http://[fd00::1]', 'fd00::1'],
  ['http://[fd00::1]:81', '[fd00::1]:81'],
  ['http://[fd00::1]', '[fd00:0::1]'],
  ['http://[fd00::1]', 'x y\tfd00::/8'],
  ['http://[fd00::1]', 'x,  fd00::1'],
  ['http://[fd00::1]', 'fd00::/16'],
  ['https://x.a.example', '.a.example:443'],
])('%s with NO_PROXY=%s goes direct', (url, noProxy) => {
  expect(goesDirect(new URL(url), noProxy)).toBe(true);
});

it.each([
  ['https://a.example', ''],
  ['https://a.example', 'b.example'],
  ['https://xa.example', 'a.example'],
  ['https://a.example', 'x.a.example'],
  ['https://a.example', 'a.example:80'],
  ['http://a.example', '.'],
  ['http://a.example', ':80'],
  ['http://a.example', '10.0.0.0/8'],
  ['http://11.1.2.3', '10.0.0.0/8'],
  ['http://10.1.2.3', '10.0.0.0/99'],
  ['http://10.1.2.3', 'nonsense/8'],
  ['http://110.1.2.3', '10.1.2.3'],
  ['http://[fd00::1]:82', '[fd00::1]:81'],
  ['http://128.0.0.1', ''],
  ['http://a.example', ' , '],
  ['http://a.example', ' '],
  ['http://10.1.2.3', 'x10.0.0.0/8'],
  ['http://10.1.2.3', '10.0.0.0/8x'],
  ['http://10.1.2.3', '10.0.0.0/0008'],
  ['http://10.1.2.3', '11.0.0.0/08'],
  ['http://[fd00::1]', 'x[fd00::1]'],
  ['http://[fd00::1]', '[fd00::1]x'],
  ['http://[fd00::2]', 'fd00::1'],
  ['http://a.example', 'a.example:80:80'],
  ['http://a.example', 'b*.a.example'],
  ['http://b.example', 'a.*example'],
  ['http://a.example', 'https://a.example'],
  ['http://localhost.example', ''],
])('%s with NO_PROXY=%s takes the proxy', (url, noProxy) => {
  expect(goesDirect(new URL(url), noProxy)).toBe(false);
});
