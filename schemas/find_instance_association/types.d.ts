// docs/api/find_instance_association.md
// Derived by `cmdb-conformance derive`; edit the document instead.

import type { CommonArguments } from '../esb/types.js';

export type FindInstanceAssociationRequest = CommonArguments & {
  /**
   * 源模型id或目标模型id
   *
   * docs/api/find_instance_association.md:30
   */
  bk_obj_id?: string;
  /**
   * 查询条件
   *
   * docs/api/find_instance_association.md:31
   */
  condition?: {
    /**
     * 按实例关联关系id筛选
     *
     * docs/api/find_instance_association.md:37
     */
    id?: bigint;
    /**
     * 按模型之间关联关系的唯一id筛选
     *
     * docs/api/find_instance_association.md:38
     */
    bk_obj_asst_id?: string;
    /**
     * 按源模型实例id筛选
     *
     * docs/api/find_instance_association.md:39
     */
    bk_inst_id?: bigint;
    /**
     * 按目标模型实例id筛选
     *
     * docs/api/find_instance_association.md:40
     */
    bk_asst_inst_id?: bigint;
  };
};

export interface FindInstanceAssociationSuccess {
  /**
   * 请求成功与否。true:请求成功；false请求失败
   *
   * docs/api/find_instance_association.md:88
   */
  result: true;
  /**
   * 错误编码。 0表示success，>0表示失败错误
   *
   * docs/api/find_instance_association.md:89
   */
  code: 0n;
  /**
   * 请求失败返回的错误信息
   *
   * docs/api/find_instance_association.md:90
   */
  message: string;
  /**
   * 请求返回的数据
   *
   * docs/api/find_instance_association.md:91
   */
  data: {
    /**
     * 实例关联关系id
     *
     * docs/api/find_instance_association.md:98
     */
    id: bigint;
    /**
     * 模型之间关联关系的唯一id
     *
     * docs/api/find_instance_association.md:99
     */
    bk_obj_asst_id: string;
    /**
     * 源模型实例id
     *
     * docs/api/find_instance_association.md:100
     */
    bk_inst_id?: bigint;
    /**
     * 目标模型实例id
     *
     * docs/api/find_instance_association.md:101
     */
    bk_asst_inst_id?: bigint;
    /**
     * 源模型id
     *
     * docs/api/find_instance_association.md:102
     */
    bk_obj_id?: string;
    /**
     * 目标模型id
     *
     * docs/api/find_instance_association.md:103
     */
    bk_asst_obj_id?: string;
    /**
     * 关联类型id
     *
     * docs/api/find_instance_association.md:104
     */
    bk_asst_id?: string;
  }[];
  /**
   * 请求链id
   *
   * docs/api/find_instance_association.md:92
   */
  request_id?: string;
}

export interface FindInstanceAssociationFailure {
  /**
   * 请求成功与否。true:请求成功；false请求失败
   *
   * docs/api/find_instance_association.md:88
   */
  result: false;
  /**
   * 错误编码。 0表示success，>0表示失败错误
   *
   * docs/api/find_instance_association.md:89
   */
  code: bigint;
  /**
   * 请求失败返回的错误信息
   *
   * docs/api/find_instance_association.md:90
   */
  message: string;
  /**
   * 请求返回的数据
   *
   * docs/api/find_instance_association.md:91
   */
  data?: {
    [k: string]: unknown;
  } | null;
  /**
   * 请求链id
   *
   * docs/api/find_instance_association.md:92
   */
  request_id?: string;
}
