// docs/api/add_instance_association.md
// Derived by `cmdb-conformance derive`; edit the document instead.

import type { CommonArguments } from '../esb/types.js';

export type AddInstanceAssociationRequest = CommonArguments & {
  /**
   * 模型之间关联关系的唯一id
   *
   * docs/api/add_instance_association.md:34
   */
  bk_obj_asst_id: string;
  /**
   * 源模型实例id
   *
   * docs/api/add_instance_association.md:35
   */
  bk_inst_id: bigint;
  /**
   * 目标模型实例id
   *
   * docs/api/add_instance_association.md:36
   */
  bk_asst_inst_id: bigint;
  /**
   * meta data
   *
   * docs/api/add_instance_association.md:37
   */
  metadata: {
    /**
     * 标签信息
     *
     * docs/api/add_instance_association.md:44
     */
    label: {
      /**
       * 业务id
       *
       * docs/api/add_instance_association.md:51
       */
      bk_biz_id: string;
      [k: string]: string;
    };
  };
};

export interface AddInstanceAssociationSuccess {
  /**
   * 请求成功与否。true:请求成功；false请求失败
   *
   * docs/api/add_instance_association.md:94
   */
  result: true;
  /**
   * 错误编码。 0表示success，>0表示失败错误
   *
   * docs/api/add_instance_association.md:95
   */
  code: 0n;
  /**
   * 请求失败返回的错误信息
   *
   * docs/api/add_instance_association.md:96
   */
  message: string;
  /**
   * 请求返回的数据
   *
   * docs/api/add_instance_association.md:97
   */
  data: {
    /**
     * 新增的实例关联关系身份id
     *
     * docs/api/add_instance_association.md:105
     */
    id: bigint;
  };
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

export interface AddInstanceAssociationFailure {
  /**
   * 请求成功与否。true:请求成功；false请求失败
   *
   * docs/api/add_instance_association.md:94
   */
  result: false;
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
  /**
   * 请求返回的数据
   *
   * docs/api/add_instance_association.md:97
   */
  data?: {
    [k: string]: unknown;
  } | null;
  /**
   * 权限信息
   *
   * docs/api/add_instance_association.md:98
   */
  permission?: {
    [k: string]: unknown;
  } | null;
  /**
   * 请求链id
   *
   * docs/api/add_instance_association.md:99
   */
  request_id?: string;
}
