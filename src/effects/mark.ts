/** Before the name of everything that the suite gives a name of its own. */
export const MARK = 'cmdb-conformance';
