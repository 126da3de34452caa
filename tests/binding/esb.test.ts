import { describe, expect, it } from 'vitest';
import { credentialOf, identityCredentials } from '../../src/binding/binding.js';
import { ESB } from '../../src/binding/bindings.js';
import { loadContract } from '../../src/cli/document/load-contract.js';
import { OTHER } from '../cases/a-subject.js';

const { outlines } = await loadContract();

describe('the binding of the ESB', () => {
  it('has the address of the document', () => {
    expect(outlines.size).toBe(8);
    for (const [endpoint, outline] of outlines) {
      expect(ESB.address(outline)).toBe(`/api/c/compapi/v2/cc/${endpoint}/`);
    }
  });

  it('has a credential for each common argument of every document', () => {
    for (const { endpoint, credentials } of outlines.values()) {
      expect(
        ESB.credentials.map(({ name }) => name),
        endpoint,
      ).toEqual(credentials.map(({ path }) => path));
    }
    expect(new Set(ESB.credentials.map(({ role }) => role))).toEqual(
      new Set(['app', 'secret', 'user', 'token']),
    );
  });

  it('has a token in a cookie too, and nothing else', () => {
    expect(
      ESB.credentials.flatMap(({ name, cookie }) => (cookie === undefined ? [] : [[name, cookie]])),
    ).toEqual([['bk_token', 'bk_token']]);
  });

  it('sends every member in the body, as it is', () => {
    const request = { bk_app_code: 'the_app', bk_inst_id: 9007199254740993n };
    expect(ESB.send(request)).toEqual({ headers: {}, body: request });
  });

  it('has the members of every answer by the names of the documents', () => {
    const { result, code, message, data, permission, requestId, read } = ESB.envelope;
    const answer = outlines.get('add_instance_association')?.answer ?? [];
    expect([result, code, message, data, permission, requestId]).toEqual(
      answer.map(({ path }) => path).filter((path) => !path.includes('.')),
    );
    const body = { result: true, code: 0n };
    expect(read(body)).toBe(body);
  });

  it('keeps codes for what is not about a request, each for one thing', () => {
    const { limit, permission, notFound } = ESB.codes;
    const all = [...limit, ...permission, ...notFound];
    expect(new Set(all).size).toBe(all.length);
    expect(limit).toContain(1306429n);
    expect(permission).toContain(9900403n);
    expect(notFound).toContain(1306404n);
  });
});

describe('the credentials of a binding', () => {
  it('are found by their role', () => {
    expect(credentialOf(ESB, 'secret').name).toBe('bk_app_secret');
    expect(credentialOf(OTHER, 'user').variable).toBe('THE_USER');
    expect(() => credentialOf({ ...ESB, credentials: [] }, 'app')).toThrow(
      'the binding esb has no app',
    );
  });

  it('say who the user is by the identity of a request', () => {
    const names = (identity: 'user' | 'token' | 'both') =>
      identityCredentials(OTHER, identity).map(({ name }) => name);
    expect(names('user')).toEqual(['who']);
    expect(names('token')).toEqual(['ticket']);
    expect(names('both')).toEqual(['who', 'ticket']);
  });
});
