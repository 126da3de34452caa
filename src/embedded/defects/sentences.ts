/**
 * Words of `docs/api/add_instance_association.md`, white space collapsed. A defect breaks one of
 * these, or one of the conventions below.
 */
export const SAYS = {
  method: 'POST',
  address: '/api/c/compapi/v2/cc/add_instance_association/',
  appCode: '| bk_app_code | string | 是 | 应用ID |',
  appSecret: '| bk_app_secret| string | 是 | 安全密钥(应用 TOKEN)',
  token: '| bk_token | string | 否 | 当前用户登录态',
  username:
    '| bk_username | string | 否 | 当前用户用户名，应用免登录态验证白名单中的应用，用此字段指定当前用户 |',
  identity: 'bk_token与bk_username必须一个有效',
  function: '新增模型实例之间的关联关系.',
  association: '| bk_obj_asst_id | string | Yes | 模型之间关联关系的唯一id|',
  source: '| bk_inst_id | int64 | Yes | 源模型实例id|',
  target: '| bk_asst_inst_id | int64 | Yes | 目标模型实例id|',
  metadata: '| metadata | object | Yes | meta data |',
  label: '| label | string map | Yes |标签信息 |',
  business: '| bk_biz_id | string | Yes | 业务id |',
  sample: '### 请求参数示例',
  answer: '### 返回结果示例 ```json',
  result: '| result | bool | 请求成功与否。true:请求成功；false请求失败 |',
  code: '| code | int | 错误编码。 0表示success，>0表示失败错误 |',
  message: '| message | string | 请求失败返回的错误信息 |',
  data: '| data | object | 请求返回的数据 |',
  permission: '| permission | object | 权限信息 |',
  requestId: '| request_id | string | 请求链id |',
  id: '|id|int64|新增的实例关联关系身份id|',
} as const;

/** What careful servers of this family do beyond the document's words. */
export const CONVENTION = {
  noBom: 'convention: no byte order mark before the JSON (RFC 8259, section 8.1)',
  keysOnce: 'convention: names within an object are unique (RFC 8259, section 4)',
  integerForm: 'convention: an integer is written without fraction or exponent',
  freshRequestId: 'convention: each request has a request id of its own',
  namesParameter: 'convention: a refusal names the parameter that it is about',
  saysSomething: 'convention: the message of a failure says something',
  contentType: 'convention: the content type is that of JSON (RFC 8259, section 11)',
  noIdInFailure: 'convention: a failure carries no id of an association',
  noSecrets: 'convention: no answer repeats a secret or a token',
  failureEnvelope: 'convention: what is not a call at all is refused in the same envelope',
  stable: 'convention: each request is answered, on a connection that holds',
  requestMemberOnFailure: 'convention: a failure carries the six members, too',
} as const;
