import type { Call, Envelope, Reply } from '../call.js';
import type { Alteration, Where } from './alteration.js';

/** Makes a condition of its own for each server, for those that count. */
export type WhereOnce = () => Where;

/** Changes the envelope. */
export function envelope(
  where: Where | { readonly counted: WhereOnce },
  change: (envelope: Envelope, call: Call) => Envelope,
): Alteration {
  return (sound) => {
    const applies = settled(where);
    return {
      envelope: (outcome, call) => {
        const right = sound.envelope(outcome, call);
        return applies(call) ? change(right, call) : right;
      },
    };
  };
}

/** Changes the text of the body; length and content type follow it. */
export function text(
  where: Where | { readonly counted: WhereOnce },
  change: (text: string, call: Call) => string | Buffer,
): Alteration {
  return reply(where, (right, call) => {
    const body = Buffer.from(change(right.body.toString(), call));
    return { ...right, body, headers: { ...right.headers, 'Content-Length': String(body.length) } };
  });
}

/** Changes status, headers or body bytes. */
export function reply(
  where: Where | { readonly counted: WhereOnce },
  change: (reply: Reply, call: Call) => Reply,
): Alteration {
  return (sound) => {
    const applies = settled(where);
    return {
      serialise: (members, call) => {
        const right = sound.serialise(members, call);
        return applies(call) ? change(right, call) : right;
      },
    };
  };
}

/** Changes how an answer is sent. `send` sends it rightly. */
export function transmission(
  where: Where | { readonly counted: WhereOnce },
  change: (reply: Reply, call: Call, send: () => void) => void,
): Alteration {
  return (sound) => {
    const applies = settled(where);
    return {
      transmit: (right, call) => {
        const send = (): void => {
          sound.transmit(right, call);
        };
        if (applies(call)) change(right, call, send);
        else send();
      },
    };
  };
}

/** Replaces one member of an envelope; undefined leaves it out. */
export function withMember(name: string, value: unknown): (envelope: Envelope) => Envelope {
  return (right) => ({ ...right, [name]: value });
}

/** Replaces the `data` of an envelope by one made from the id in it. */
export function withData(change: (id: unknown) => unknown): (envelope: Envelope) => Envelope {
  return (right) => {
    const { data } = right;
    const id: unknown = typeof data === 'object' && data !== null && 'id' in data ? data.id : null;
    return { ...right, data: change(id) };
  };
}

/** A condition, made anew where it counts. */
export function settled(where: Where | { readonly counted: WhereOnce }): Where {
  return typeof where === 'function' ? where : where.counted();
}
