import { parse, stringify } from 'lossless-json';
import { startEmbedded } from '../../src/embedded/start.js';
import type { Embedded, EmbeddedOptions } from '../../src/embedded/start.js';

export type Members = Readonly<Record<string, unknown>>;

export const ADD = '/api/c/compapi/v2/cc/add_instance_association/';
export const SOURCE = 9007199254740993n;
export const TARGET = 9007199254741001n;

export interface Answered {
  readonly status: number;
  readonly type: string | null;
  readonly body: Members;
}

/** An embedded CMDB with a client to it. */
export interface Subject extends Embedded {
  /** Sends a body, a text as it is. */
  send(path: string, body: unknown, init?: RequestInit): Promise<Answered>;
  /** Calls a component with the credentials of the settings. */
  call(component: string, members: Members): Promise<Members>;
  /** A valid request to associate two instances. */
  readonly valid: Members;
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function toMembers(value: unknown): Members {
  if (!isMembers(value)) throw new Error(`no object: ${String(value)}`);
  return value;
}

export function idOf(answer: Members): bigint {
  const id = toMembers(answer['data'])['id'];
  if (typeof id !== 'bigint') throw new Error(`no id: ${stringify(answer) ?? ''}`);
  return id;
}

export async function startSubject(options: EmbeddedOptions = {}): Promise<Subject> {
  const embedded = await startEmbedded(options);
  const { settings } = embedded;
  const common = {
    bk_app_code: settings['BK_APP_CODE'],
    bk_app_secret: settings['BK_APP_SECRET'],
    bk_username: settings['BK_USERNAME'],
  };
  const send: Subject['send'] = async (path, body, init = {}) => {
    const text = typeof body === 'string' ? body : (stringify(body) ?? '');
    const response = await fetch(embedded.baseUrl + path, {
      method: 'POST',
      ...(init.method === 'GET' ? {} : { body: text }),
      ...init,
    });
    const value = parse(await response.text(), null, (token) =>
      /^-?[0-9]+$/.test(token) ? BigInt(token) : Number(token),
    );
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      body: toMembers(value),
    };
  };
  return {
    ...embedded,
    send,
    call: async (component, members) =>
      (await send(`/api/c/compapi/v2/cc/${component}/`, { ...common, ...members })).body,
    valid: {
      ...common,
      bk_obj_asst_id: settings['CMDB_OBJ_ASST_ID'],
      bk_inst_id: SOURCE,
      bk_asst_inst_id: TARGET,
      metadata: { label: { bk_biz_id: settings['CMDB_BIZ_ID'] } },
    },
  };
}
