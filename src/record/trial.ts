/** Stands between what was tried and the identity by which it was, where that is not the usual one. */
export const BY = ' by ';
