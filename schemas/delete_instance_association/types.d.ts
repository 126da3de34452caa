// docs/api/delete_instance_association.md
// Derived by `cmdb-conformance derive`; edit the document instead.

import type { CommonArguments } from '../esb/types.js';

export type DeleteInstanceAssociationRequest = CommonArguments & {
  /**
   * 源模型id或目标模型id
   *
   * docs/api/delete_instance_association.md:30
   */
  bk_obj_id?: string;
  /**
   * 实例关联关系id
   *
   * docs/api/delete_instance_association.md:31
   */
  id: bigint;
};

export interface DeleteInstanceAssociationSuccess {
  /**
   * 请求成功与否。true:请求成功；false请求失败
   *
   * docs/api/delete_instance_association.md:64
   */
  result: true;
  /**
   * 错误编码。 0表示success，>0表示失败错误
   *
   * docs/api/delete_instance_association.md:65
   */
  code: 0n;
  /**
   * 请求失败返回的错误信息
   *
   * docs/api/delete_instance_association.md:66
   */
  message: string;
  /**
   * 请求链id
   *
   * docs/api/delete_instance_association.md:67
   */
  request_id?: string;
}

export interface DeleteInstanceAssociationFailure {
  /**
   * 请求成功与否。true:请求成功；false请求失败
   *
   * docs/api/delete_instance_association.md:64
   */
  result: false;
  /**
   * 错误编码。 0表示success，>0表示失败错误
   *
   * docs/api/delete_instance_association.md:65
   */
  code: bigint;
  /**
   * 请求失败返回的错误信息
   *
   * docs/api/delete_instance_association.md:66
   */
  message: string;
  /**
   * 请求链id
   *
   * docs/api/delete_instance_association.md:67
   */
  request_id?: string;
}
