import type { Binding } from '../binding.js';

/** An endpoint is where its document says (the line "请求地址"). */
export const address: Binding['address'] = ({ address: path }) => path;
