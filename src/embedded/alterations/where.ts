import type { Call } from '../call.js';
import type { Where } from './alteration.js';

/** True for calls of `add_instance_association` whose path and method were understood. */
export function isAdd(call: Call): boolean {
  return call.component === 'add_instance_association';
}

/** An association was created. */
export const onSuccess: Where = (call) => isAdd(call) && call.outcome?.refusal === undefined;

/** A creation was refused for its parameters, or for what is stored. */
export const onParameters: Where = (call) => {
  const kind = call.outcome?.refusal?.refused;
  return isAdd(call) && (kind === 'parameter' || kind === 'state');
};

/** A creation was refused for its credentials. */
export const onCredentials: Where = (call) =>
  isAdd(call) && call.outcome?.refusal?.refused === 'credentials';

/** A creation was refused for its parameters or credentials, or for what is stored. */
export const onRefusal: Where = (call) => onParameters(call) || onCredentials(call);

/** Creations and their refusals. */
export const onAdd: Where = (call) => onSuccess(call) || onRefusal(call);

/** Instance associations were looked up. */
export const onLookup: Where = (call) =>
  call.component === 'find_instance_association' && call.outcome?.refusal === undefined;

/** Calls to a component, by their path alone: also before anything of them is understood. */
export function asking(component: string): Where {
  return ({ path }) => path.split('/').includes(component);
}

/** Any answer. */
export const always: Where = () => true;

/** Every n-th time that the condition holds: the n-th, the 2n-th, … */
export function everyNth(n: number, where: Where): Where {
  let count = 0;
  return (call) => {
    if (!where(call)) return false;
    count += 1;
    return count % n === 0;
  };
}

/** From the n-th time on that the condition holds, counted from 1. */
export function fromNth(n: number, where: Where): Where {
  let count = 0;
  return (call) => {
    if (!where(call)) return false;
    count += 1;
    return count >= n;
  };
}

/** For some milliseconds, once, from the n-th time on that the condition holds. */
export function onceFor(milliseconds: number, n: number, where: Where): Where {
  const begins = everyNth(n, where);
  let until: number | undefined;
  return (call) => {
    if (until === undefined && begins(call)) until = Date.now() + milliseconds;
    return until !== undefined && Date.now() < until && where(call);
  };
}

/** The n-th time that the condition holds, and never again. */
export function onlyNth(n: number, where: Where): Where {
  let count = 0;
  return (call) => {
    if (!where(call)) return false;
    count += 1;
    return count === n;
  };
}

/** So often at a stretch, then not for some milliseconds, over and over: true while it is not. */
export function beyond(times: number, milliseconds: number): Where {
  let count = 0;
  let until = 0;
  return () => {
    if (Date.now() < until) return true;
    count += 1;
    if (count <= times) return false;
    count = 0;
    until = Date.now() + milliseconds;
    return true;
  };
}
