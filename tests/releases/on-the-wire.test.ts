import { describe, expect, it } from 'vitest';
import { startSubject } from '../embedded/client.js';
import type { Release } from '../../src/embedded/releases/release.js';

const ADD = '/api/c/compapi/v2/cc/add_instance_association/';

async function answered(
  esb: Release['esb'],
  change: (valid: object) => string = JSON.stringify,
): Promise<{ readonly response: Response; readonly text: string }> {
  const server = await startSubject({ release: { cmdb: 'cmdb-3.9', esb } });
  const { settings } = server;
  const valid = {
    bk_app_code: settings['BK_APP_CODE'],
    bk_app_secret: settings['BK_APP_SECRET'],
    bk_token: settings['BK_TOKEN'],
    bk_obj_asst_id: settings['CMDB_OBJ_ASST_ID'],
    bk_inst_id: Number(settings['CMDB_INST_ID']),
    bk_asst_inst_id: Number(settings['CMDB_ASST_INST_ID']),
  };
  try {
    const response = await fetch(server.baseUrl + ADD, { method: 'POST', body: change(valid) });
    return { response, text: await response.text() };
  } finally {
    await server.close();
  }
}

describe('how an answer is written', () => {
  it.each([
    [
      'a',
      /^\{"message": "success", "code": 0, "data": \{"id": \d+\}, "result": true, "request_id": "[0-9a-f]{32}"\}$/,
    ],
    [
      'b',
      /^\{"result": true, "code": 0, "data": \{"id": \d+\}, "message": "success", "permission": null, "request_id": "[0-9a-f]{32}"\}$/,
    ],
  ] as const)('has the white space of the ESB %s', async (esb, form) => {
    const { response, text } = await answered(esb);
    expect(text).toMatch(form);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it('is chunked by the ESB a alone', async () => {
    const { response: a } = await answered('a');
    expect(a.headers.get('transfer-encoding')).toBe('chunked');
    expect(a.headers.get('content-length')).toBe(null);
    const { response: b, text } = await answered('b');
    expect(b.headers.get('transfer-encoding')).toBe(null);
    expect(b.headers.get('content-length')).toBe(String(text.length));
  });
});

describe('a body of 3 MB', () => {
  const large = (valid: object): string => JSON.stringify({ ...valid, foo: 'x'.repeat(3_000_000) });

  it.each(['a', 'c'] as const)('is taken by the ESB %s', async (esb) => {
    const { response, text } = await answered(esb, large);
    expect(response.status).toBe(200);
    expect(text).toContain('"success"');
  });

  it('is too large for the ESB b, whose framework answers', async () => {
    const { response, text } = await answered('b', large);
    expect(response.status).toBe(400);
    expect(text).toBe('<h1>Bad Request (400)</h1>');
  });
});
