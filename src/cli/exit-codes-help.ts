import { REPORT_NAMES } from '../report/write/report-names.js';

/** What each command's exit codes say, for its `--help`. */
export const EXIT_CODES_HELP = {
  run: `
Exit codes: 0 conformant · 1 nonconformant
            2 an option, a variable, a file, a folder or the fixture is wrong
            3 incomplete · 4 no verdict from here: address, network, identity or permission
            5 the suite failed
Variables:  CMDB_BASE_URL, BK_APP_CODE, BK_APP_SECRET, … (docs/configuration.md, .env.example)
Reports:    ${REPORT_NAMES.join(', ')}
On GitHub:  annotations on standard error, and summary.md in the job summary (GITHUB_ACTIONS=true)`,
  doctor: `
Exit codes: 0 a run can go ahead · 2 an option, a variable, a file or the fixture is wrong
            4 no verdict from here: address, network, identity or permission · 5 the suite failed`,
  cleanup: `
Exit codes: 0 nothing is left · 2 an option, a variable, the ledger or the answer to the question
            3 something is left · 4 address, network, identity or permission · 5 the suite failed
Variables:  as for run`,
  serve: `
Exit codes: 0 stopped by Ctrl-C or SIGTERM, or listed · 2 an option is wrong or the port is taken
            5 the suite failed`,
  derive: `
Exit codes: 0 done; with --check: all is fresh · 2 an option, a document or a folder is wrong;
            with --check: something is stale or unexplained · 5 the suite failed`,
  requirements: `
Exit codes: 0 printed · 2 an option or a document is wrong · 5 the suite failed`,
  report: `
Exit codes: 0 drawn, whatever the record says · 2 it is no record, or a report can't be written
            5 the suite failed`,
  runs: `
Exit codes: 0 listed · 2 an option is wrong · 5 the suite failed`,
  compare: `
Exit codes: 0 no difference that counts · 2 an option, a run or a file is wrong
            5 the suite failed
            10 different, at most additive or risky
            11 something breaking, or a requirement that got worse or is no longer judged
            12 not comparable
On GitHub:  annotations on standard error, and comparison.md in the job summary (GITHUB_ACTIONS=true)`,
  waive: `
Exit codes: 0 written, or nothing failed · 2 it is no record, or the file is there already
            5 the suite failed`,
  releases: `
Exit codes: 0 printed · 2 a release is not known · 5 the suite failed`,
  history: `
Exit codes: 0 drawn · 2 an option, the folder or a record is wrong · 5 the suite failed`,
  statement: `
Exit codes: 0 made · 2 an option, the record, the folder or the key is wrong · 5 the suite failed`,
  'docs-diff': `
Exit codes: 0 both state the same · 2 an option or a document is wrong · 5 the suite failed
            10 something was added, removed or changed`,
  prove: `
Exit codes: 0 the proof holds · 1 it does not · 2 an option or a folder is wrong
            5 the suite failed`,
} as const;

/** The same for `statement verify`. */
export const STATEMENT_VERIFY_HELP = `
Exit codes: 0 the statement holds · 1 it does not · 2 it is none, or the key is wrong
            5 the suite failed`;
