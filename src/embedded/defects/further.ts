/**
 * Families of defects that resemble another one so closely that the everyday proof, which has a
 * minute, does without them.
 */
const FURTHER: readonly RegExp[] = [
  /^result-(number|null|object)-on-success$|^result-number-on-/,
  /^code-(fraction|null|array)-on-success$|^code-(fraction|object)-on-/,
  /^message-(number|array)-on-success$|^message-(boolean|array)-on-/,
  /^data-(string|number|boolean)-on-success$|^data-(number|boolean)-on-/,
  /^permission-(string|boolean)-on-success$|^permission-number-on-/,
  /^request-id-(number|object)-on-success$|^request-id-number-on-/,
  /^id-(boolean|array|object|out-of-range|zero|negative|of-the-source|32-bits)$/,
  /^success-with-negative-code$|^credentials-refused-without-words$/,
  /^body-(text|half|trailing-comma)-on-refusal$|^body-(html|empty)-on-parameters$/,
  /^body-(zero-byte-after|in-a-callback|null-body|single-quotes|comment-inside|leading-zeros)$/,
  /^body-(lone-continuation|gzip-unsaid|raw-newline|in-a-string|text-after)$/,
  /^every-(third|fifth)-lost$|^stored-(under-two|between-one-instance)$|^source-32-bits$/,
  /^lookup-(always-empty|shows-one-id|shows-another-association|shows-each-twice)$/,
  /^(bk-obj-asst-id|bk-app-code|bk-app-secret)-null-accepted$|^identity-null-accepted$/,
  /-from-(boolean|object)$/,
  /^bk-asst-inst-id-from-(any-string|array)$|^metadata(-label)?-from-number$/,
  /^bk-(token|app-code)-from-number$|^bk-(app-secret|username)-from-array$/,
  /^(bk-obj-asst-id|bk-asst-inst-id|metadata|metadata-label)-type-refused-but-created$/,
  /^(bk-asst-inst-id|metadata|metadata-label)-missing-blamed-on-credentials$/,
  /^bk-inst-id-missing-(refused-but-created|blamed-on-credentials)$/,
  /^(unknown-association|missing-source)-refused-but-created$|^sides-either-way$/,
  /-every-(second|fifth)-unchecked$|^bk-token-(longer|trailing-space)$/,
  /^bk-app-secret-leading-space$|^bk-token-any-of-that-length$|^bk-app-code-unknown-with-any-/,
  /-missing-accepted-from-the-fourth-on$|^bk-asst-inst-id-missing-accepted-every-/,
  /^metadata(-label)?-missing-accepted-every-eighth-time$|^code-string-every-eighth-refusal$/,
  /^permission-missing-from-the-30th-|^success-refused-every-/,
  /^(one-huge-header|header-garbled|redirect-on-credentials|reset-on-add|chunks-cut)$/,
  /^(bom-on-refusal|code-with-exponent|content-type-text-on-refusal|id-in-credential-refusal)$/,
  /^(secret-in-header|token-in-message|message-of-dots|request-id-empty-on-refusal)$/,
  /^malformed-json-(trace|without-code)$/,
];

/** True for a defect that the everyday proof does without. */
export function isFurther({ id }: { readonly id: string }): boolean {
  return FURTHER.some((family) => family.test(id));
}
