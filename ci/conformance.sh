#!/usr/bin/env bash
# The one script that the CI jobs of this folder call: it installs the suite, runs it, compares the
# run with the last good one, and leaves the reports and a comment text. Call it where the waivers are.
# 本目录中各 CI 任务共用的脚本：安装工具、执行运行、与上一次良好的运行比较，并留下报告与评论文本。
# 请在豁免文件所在的目录中调用。
#
# The target, the release and the waivers are variables of the suite: CMDB_BASE_URL, BK_APP_CODE,
# BK_APP_SECRET, CMDB_RELEASE, CMDB_ESB, CMDB_WAIVERS, … (docs/configuration.md). Secrets come from the
# secret variables of the CI system; none is an argument, and npm sees none.
# 目标、版本与豁免由工具自身的变量指定（docs/configuration.zh.md）。密钥取自 CI 系统的密钥变量，
# 不作为参数传递，也不会传给 npm。
#
# Variables of this script, all optional / 本脚本的变量，均为可选：
#
#   CONFORMANCE_PACKAGE  what npm installs: cmdb-conformance@0.1.0, or the absolute path of a tarball;
#                        unset: the command that is installed already, otherwise npm ci
#                        由 npm 安装的包：cmdb-conformance@0.1.0，或压缩包的绝对路径；
#                        不设置：使用已安装的命令，否则执行 npm ci
#   CONFORMANCE_OPTIONS  further options of run, between spaces: --strict --redact-users
#                        run 的其他选项，以空格分隔
#   CONFORMANCE_GATE     what decides the exit code: run (the default), or comparison: 0, 10, 11, 12
#                        决定退出码的是：run（默认）或 comparison（0、10、11、12）
#   CONFORMANCE_FAIL_ON  of a comparison: breaking, risky or additive (the default)
#                        比较时从哪一级影响起计入差异：breaking、risky 或 additive（默认）
#   CONFORMANCE_RUNS     where runs are kept (runs); the last good one is last-good in there, and the
#                        job hands it on to its next run
#                        保存运行的目录（runs）；其中的 last-good 为上一次良好的运行，由任务传给下一次
#   CONFORMANCE_KEEP     how many runs of this script stay in there, the newest (30); 0: all
#                        该目录中保留本脚本最近的多少次运行（30）；0 表示全部保留
#
# cmdb-conformance.accept.yaml, where it is there, takes expected differences out (compare --accept).
# 存在 cmdb-conformance.accept.yaml 时，预期内的差异会被排除（compare --accept）。
#
# Exit codes / 退出码: of run / 运行: 0, 1, 2, 3, 4, 5; of compare / 比较: 10, 11, 12 (docs/ci.md).
# Only a job that ends with 0 makes its run the last good one. / 只有退出码为 0 的运行会成为 last-good。
set -euo pipefail

gate=${CONFORMANCE_GATE:-run}
runs=${CONFORMANCE_RUNS:-runs}
keep=${CONFORMANCE_KEEP:-30}
reports=reports
good=$runs/last-good/results.json

# In English and in Chinese. / 中英文各一行。
say() {
  printf '\n%s\n%s\n' "$1" "$2"
}

# What is installed has no business with the secrets of the job.
npm_without_secrets() {
  env -u BK_APP_SECRET -u BK_TOKEN -u CMDB_OTHER_APP_SECRET -u CONFORMANCE_COMMENT_TOKEN npm "$@"
}

case $gate in
  run | comparison) ;;
  *)
    say "CONFORMANCE_GATE is $gate: set it to run or comparison." \
      "CONFORMANCE_GATE 为 $gate：请设为 run 或 comparison。"
    exit 2
    ;;
esac
case $keep in
  '' | *[!0-9]*)
    say "CONFORMANCE_KEEP is $keep: set it to a number of runs, or to 0 for all." \
      "CONFORMANCE_KEEP 为 $keep：请设为运行次数，或设为 0 以全部保留。"
    exit 2
    ;;
esac

# Reports of an earlier job must not be taken for those of this one. The ledger stays: it says what a
# killed run left on the target.
mkdir -p "$reports"
rm -f "$reports"/{comment.md,summary.md,comparison.{html,json,md},conformance.html,junit.xml}
rm -f "$reports"/{ctrf,results}.json

if [ -n "${CONFORMANCE_PACKAGE:-}" ]; then
  mkdir -p .conformance
  npm_without_secrets install --no-save --no-audit --no-fund --prefix .conformance \
    "$CONFORMANCE_PACKAGE"
  tool=.conformance/node_modules/.bin/cmdb-conformance
elif command -v cmdb-conformance >/dev/null; then
  tool=cmdb-conformance
else
  npm_without_secrets ci
  tool=node_modules/.bin/cmdb-conformance
fi

read -r -a options <<<"${CONFORMANCE_OPTIONS:-}"
name=$(date -u +%Y-%m-%dT%H-%M-%SZ)
code=0
"$tool" run --name "$name" --runs-dir "$runs" --out "$reports" ${options[@]+"${options[@]}"} ||
  code=$?
result=$code

if [ -f "$good" ] && [ -f "$runs/$name/results.json" ]; then
  more=()
  [ -z "${CONFORMANCE_FAIL_ON:-}" ] || more+=(--fail-on "$CONFORMANCE_FAIL_ON")
  [ ! -f cmdb-conformance.accept.yaml ] || more+=(--accept cmdb-conformance.accept.yaml)
  difference=0
  "$tool" compare last-good "$name" --runs-dir "$runs" --out "$reports" \
    ${more[@]+"${more[@]}"} || difference=$?
  say "compare ended with exit code $difference." "比较的退出码为 $difference。"
  # Without a verdict of the run there is nothing that a comparison could decide.
  case $gate/$code in comparison/[013]) result=$difference ;; esac
else
  say "There is no last good run, or none now, to compare with." "没有可供比较的运行。"
fi

# The job posts this text where it is given a token; otherwise it is archived with the reports.
{
  printf '<!-- cmdb-conformance -->\n'
  for part in "$reports/comparison.md" "$reports/summary.md"; do
    [ ! -f "$part" ] || { printf '\n' && cat "$part"; }
  done
  [ -f "$reports/summary.md" ] || say "No verdict: cmdb-conformance ended with exit code $code, see the log." \
    "没有结论：cmdb-conformance 的退出码为 $code，详见日志。"
} >"$reports/comment.md"

if [ "$result" -eq 0 ]; then
  mkdir -p "$runs/last-good"
  cp "$runs/$name/results.json" "$good.new"
  mv "$good.new" "$good"
  say "This run is the last good one now: $good" "本次运行已成为 last-good：$good"
fi

# Where a workspace stays, it would fill up. Their names sort by time; other folders are not ours.
kept=("$runs"/[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]-[0-9][0-9]-[0-9][0-9]Z/)
if [ "$keep" -gt 0 ]; then
  for ((old = 0; old < ${#kept[@]} - keep; old++)); do rm -rf "${kept[old]%/}"; done
fi
say "Exit code $result; the comment text is $reports/comment.md." \
  "退出码 $result；评论文本为 $reports/comment.md。"
exit "$result"
