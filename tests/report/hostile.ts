/**
 * A message that tries everything a server could: markup, terminal escapes, line breaks, table and
 * formula characters, ends of CDATA, JSON blocks and code fences, NUL, a lone surrogate, a
 * right-to-left override, and 100 kB of it.
 */
export const HOSTILE = [
  '<script>window.hacked = true</script>',
  '<img src=x onerror="window.hacked = true">',
  '</script><svg onload="window.hacked=true">',
  '<!-- ', // opens a comment that would swallow a script block
  '\u001b[31mred\u001b[2J\u001b]0;title\u0007\u009b1m',
  'line one\r\nline two\u2028line three',
  '| a | b | \\| c',
  '`code` ``` fence',
  '=cmd() +1 -1 @SUM(A1)',
  '![x](http://evil.example/x.png) [y](javascript:alert(1)) **bold** @everyone #1',
  ']]> <![CDATA[',
  'NUL\u0000 lone \ud800 surrogate, \u202egnitirw desrever, \uffff',
  '"quotes" and \'apostrophes\' & &amp; &#x3c;',
  '{{x}} ${x}',
  'A'.repeat(100_000),
].join(' ');

/** What of it must appear in no report as it is: characters that act. */

export const ACTING =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** A surrogate without its other half: no character, and no UTF-8 for it. */
export const LONE_SURROGATE =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
