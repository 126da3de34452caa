// docs/api/add_instance_association.md
// Derived by `cmdb-conformance derive`; edit the document instead.

export interface CommonArguments {
  /**
   * 应用ID
   *
   * docs/api/add_instance_association.md:16
   */
  bk_app_code: string;
  /**
   * 安全密钥(应用 TOKEN)，可以通过 蓝鲸智云开发者中心 -> 点击应用ID -> 基本信息 获取
   *
   * docs/api/add_instance_association.md:17
   */
  bk_app_secret: string;
  /**
   * 当前用户登录态，bk_token与bk_username必须一个有效，bk_token可以通过Cookie获取
   *
   * docs/api/add_instance_association.md:18
   */
  bk_token?: string;
  /**
   * 当前用户用户名，应用免登录态验证白名单中的应用，用此字段指定当前用户
   *
   * docs/api/add_instance_association.md:19
   */
  bk_username?: string;
}

export interface Envelope {
  /**
   * 请求成功与否。true:请求成功；false请求失败
   *
   * docs/api/add_instance_association.md:94
   */
  result: boolean;
  /**
   * 错误编码。 0表示success，>0表示失败错误
   *
   * docs/api/add_instance_association.md:95
   */
  code: bigint;
  /**
   * 请求失败返回的错误信息
   *
   * docs/api/add_instance_association.md:96
   */
  message: string;
  data: unknown;
  /**
   * 权限信息
   *
   * docs/api/add_instance_association.md:98
   */
  permission: {
    [k: string]: unknown;
  } | null;
  /**
   * 请求链id
   *
   * docs/api/add_instance_association.md:99
   */
  request_id: string;
}
