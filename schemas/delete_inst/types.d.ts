// docs/api/delete_inst.md
// Derived by `cmdb-conformance derive`; edit the document instead.

import type { CommonArguments } from '../esb/types.js';

export type DeleteInstRequest = CommonArguments & {
  /**
   * 模型id
   *
   * docs/api/delete_inst.md:30
   */
  bk_obj_id: string;
  /**
   * 开发商账号
   *
   * docs/api/delete_inst.md:31
   */
  bk_supplier_account?: string;
  /**
   * 模型实例id，该实例下不能有关联关系
   *
   * docs/api/delete_inst.md:32
   */
  bk_inst_id: bigint;
};

export interface DeleteInstSuccess {
  /**
   * 请求成功与否。true:请求成功；false请求失败
   *
   * docs/api/delete_inst.md:67
   */
  result: true;
  /**
   * 错误编码。 0表示success，>0表示失败错误
   *
   * docs/api/delete_inst.md:68
   */
  code: 0n;
  /**
   * 请求失败返回的错误信息
   *
   * docs/api/delete_inst.md:69
   */
  message: string;
  /**
   * 请求返回的数据
   *
   * docs/api/delete_inst.md:70
   */
  data: null;
  /**
   * 请求链id
   *
   * docs/api/delete_inst.md:71
   */
  request_id?: string;
}

export interface DeleteInstFailure {
  /**
   * 请求成功与否。true:请求成功；false请求失败
   *
   * docs/api/delete_inst.md:67
   */
  result: false;
  /**
   * 错误编码。 0表示success，>0表示失败错误
   *
   * docs/api/delete_inst.md:68
   */
  code: bigint;
  /**
   * 请求失败返回的错误信息
   *
   * docs/api/delete_inst.md:69
   */
  message: string;
  /**
   * 请求返回的数据
   *
   * docs/api/delete_inst.md:70
   */
  data?: {
    [k: string]: unknown;
  } | null;
  /**
   * 请求链id
   *
   * docs/api/delete_inst.md:71
   */
  request_id?: string;
}
