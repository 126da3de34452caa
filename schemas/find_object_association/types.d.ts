// docs/api/find_object_association.md
// Derived by `cmdb-conformance derive`; edit the document instead.

import type { CommonArguments } from '../esb/types.js';

export type FindObjectAssociationRequest = CommonArguments & {
  /**
   * 查询条件
   *
   * docs/api/find_object_association.md:30
   */
  condition: {
    /**
     * 按模型之间关联关系的唯一id筛选
     *
     * docs/api/find_object_association.md:36
     */
    bk_obj_asst_id?: string;
    /**
     * 按关联类型id筛选
     *
     * docs/api/find_object_association.md:37
     */
    bk_asst_id?: string;
  };
};

export interface FindObjectAssociationSuccess {
  /**
   * 请求成功与否。true:请求成功；false请求失败
   *
   * docs/api/find_object_association.md:80
   */
  result: true;
  /**
   * 错误编码。 0表示success，>0表示失败错误
   *
   * docs/api/find_object_association.md:81
   */
  code: 0n;
  /**
   * 请求失败返回的错误信息
   *
   * docs/api/find_object_association.md:82
   */
  message: string;
  /**
   * 请求返回的数据
   *
   * docs/api/find_object_association.md:83
   */
  data: {
    /**
     * 模型之间关联关系的唯一id
     *
     * docs/api/find_object_association.md:90
     */
    bk_obj_asst_id: string;
    /**
     * 源模型id
     *
     * docs/api/find_object_association.md:91
     */
    bk_obj_id: string;
    /**
     * 目标模型id
     *
     * docs/api/find_object_association.md:92
     */
    bk_asst_obj_id: string;
    /**
     * 关联类型id
     *
     * docs/api/find_object_association.md:93
     */
    bk_asst_id?: string;
    /**
     * 源模型与目标模型的对应方式，取值为1:1、1:n或n:n
     *
     * docs/api/find_object_association.md:94
     */
    mapping: string;
  }[];
  /**
   * 请求链id
   *
   * docs/api/find_object_association.md:84
   */
  request_id?: string;
}

export interface FindObjectAssociationFailure {
  /**
   * 请求成功与否。true:请求成功；false请求失败
   *
   * docs/api/find_object_association.md:80
   */
  result: false;
  /**
   * 错误编码。 0表示success，>0表示失败错误
   *
   * docs/api/find_object_association.md:81
   */
  code: bigint;
  /**
   * 请求失败返回的错误信息
   *
   * docs/api/find_object_association.md:82
   */
  message: string;
  /**
   * 请求返回的数据
   *
   * docs/api/find_object_association.md:83
   */
  data?: {
    [k: string]: unknown;
  } | null;
  /**
   * 请求链id
   *
   * docs/api/find_object_association.md:84
   */
  request_id?: string;
}
