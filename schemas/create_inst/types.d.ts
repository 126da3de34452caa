// docs/api/create_inst.md
// Derived by `cmdb-conformance derive`; edit the document instead.

import type { CommonArguments } from '../esb/types.js';

export type CreateInstRequest = CommonArguments & {
  /**
   * 模型id
   *
   * docs/api/create_inst.md:30
   */
  bk_obj_id: string;
  /**
   * 开发商账号
   *
   * docs/api/create_inst.md:31
   */
  bk_supplier_account?: string;
  /**
   * 模型实例名称，在同一模型内唯一
   *
   * docs/api/create_inst.md:32
   */
  bk_inst_name: string;
};

export interface CreateInstSuccess {
  /**
   * 请求成功与否。true:请求成功；false请求失败
   *
   * docs/api/create_inst.md:69
   */
  result: true;
  /**
   * 错误编码。 0表示success，>0表示失败错误
   *
   * docs/api/create_inst.md:70
   */
  code: 0n;
  /**
   * 请求失败返回的错误信息
   *
   * docs/api/create_inst.md:71
   */
  message: string;
  /**
   * 请求返回的数据
   *
   * docs/api/create_inst.md:72
   */
  data: {
    /**
     * 新增的实例id
     *
     * docs/api/create_inst.md:79
     */
    bk_inst_id: bigint;
  };
  /**
   * 请求链id
   *
   * docs/api/create_inst.md:73
   */
  request_id?: string;
}

export interface CreateInstFailure {
  /**
   * 请求成功与否。true:请求成功；false请求失败
   *
   * docs/api/create_inst.md:69
   */
  result: false;
  /**
   * 错误编码。 0表示success，>0表示失败错误
   *
   * docs/api/create_inst.md:70
   */
  code: bigint;
  /**
   * 请求失败返回的错误信息
   *
   * docs/api/create_inst.md:71
   */
  message: string;
  /**
   * 请求返回的数据
   *
   * docs/api/create_inst.md:72
   */
  data?: {
    [k: string]: unknown;
  } | null;
  /**
   * 请求链id
   *
   * docs/api/create_inst.md:73
   */
  request_id?: string;
}
