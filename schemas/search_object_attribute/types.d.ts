// docs/api/search_object_attribute.md
// Derived by `cmdb-conformance derive`; edit the document instead.

import type { CommonArguments } from '../esb/types.js';

export type SearchObjectAttributeRequest = CommonArguments & {
  /**
   * 模型id
   *
   * docs/api/search_object_attribute.md:30
   */
  bk_obj_id: string;
};

export interface SearchObjectAttributeSuccess {
  /**
   * 请求成功与否。true:请求成功；false请求失败
   *
   * docs/api/search_object_attribute.md:69
   */
  result: true;
  /**
   * 错误编码。 0表示success，>0表示失败错误
   *
   * docs/api/search_object_attribute.md:70
   */
  code: 0n;
  /**
   * 请求失败返回的错误信息
   *
   * docs/api/search_object_attribute.md:71
   */
  message: string;
  /**
   * 请求返回的数据
   *
   * docs/api/search_object_attribute.md:72
   */
  data: {
    /**
     * 属性id
     *
     * docs/api/search_object_attribute.md:79
     */
    bk_property_id: string;
    /**
     * 属性类型
     *
     * docs/api/search_object_attribute.md:80
     */
    bk_property_type: string;
    /**
     * 是否必填
     *
     * docs/api/search_object_attribute.md:81
     */
    isrequired: boolean;
  }[];
  /**
   * 请求链id
   *
   * docs/api/search_object_attribute.md:73
   */
  request_id?: string;
}

export interface SearchObjectAttributeFailure {
  /**
   * 请求成功与否。true:请求成功；false请求失败
   *
   * docs/api/search_object_attribute.md:69
   */
  result: false;
  /**
   * 错误编码。 0表示success，>0表示失败错误
   *
   * docs/api/search_object_attribute.md:70
   */
  code: bigint;
  /**
   * 请求失败返回的错误信息
   *
   * docs/api/search_object_attribute.md:71
   */
  message: string;
  /**
   * 请求返回的数据
   *
   * docs/api/search_object_attribute.md:72
   */
  data?: {
    [k: string]: unknown;
  } | null;
  /**
   * 请求链id
   *
   * docs/api/search_object_attribute.md:73
   */
  request_id?: string;
}
