// docs/api/search_inst.md
// Derived by `cmdb-conformance derive`; edit the document instead.

import type { CommonArguments } from '../esb/types.js';

export type SearchInstRequest = CommonArguments & {
  /**
   * 模型id
   *
   * docs/api/search_inst.md:30
   */
  bk_obj_id: string;
  /**
   * 分页参数
   *
   * docs/api/search_inst.md:31
   */
  page: {
    /**
     * 记录开始位置
     *
     * docs/api/search_inst.md:38
     */
    start: bigint;
    /**
     * 每页限制条数，最大200
     *
     * docs/api/search_inst.md:39
     */
    limit: bigint;
    /**
     * 排序字段
     *
     * docs/api/search_inst.md:40
     */
    sort?: string;
  };
  /**
   * 查询条件，以模型id为键，值为条件列表
   *
   * docs/api/search_inst.md:32
   */
  condition?: {
    [k: string]: unknown;
  };
};

export interface SearchInstSuccess {
  /**
   * 请求成功与否。true:请求成功；false请求失败
   *
   * docs/api/search_inst.md:95
   */
  result: true;
  /**
   * 错误编码。 0表示success，>0表示失败错误
   *
   * docs/api/search_inst.md:96
   */
  code: 0n;
  /**
   * 请求失败返回的错误信息
   *
   * docs/api/search_inst.md:97
   */
  message: string;
  /**
   * 请求返回的数据
   *
   * docs/api/search_inst.md:98
   */
  data: {
    /**
     * 记录条数
     *
     * docs/api/search_inst.md:105
     */
    count: bigint;
    /**
     * 实例
     *
     * docs/api/search_inst.md:106
     */
    info: {
      /**
       * 实例id
       *
       * docs/api/search_inst.md:112
       */
      bk_inst_id: bigint;
      /**
       * 实例名称
       *
       * docs/api/search_inst.md:113
       */
      bk_inst_name: string;
    }[];
  };
  /**
   * 请求链id
   *
   * docs/api/search_inst.md:99
   */
  request_id?: string;
}

export interface SearchInstFailure {
  /**
   * 请求成功与否。true:请求成功；false请求失败
   *
   * docs/api/search_inst.md:95
   */
  result: false;
  /**
   * 错误编码。 0表示success，>0表示失败错误
   *
   * docs/api/search_inst.md:96
   */
  code: bigint;
  /**
   * 请求失败返回的错误信息
   *
   * docs/api/search_inst.md:97
   */
  message: string;
  /**
   * 请求返回的数据
   *
   * docs/api/search_inst.md:98
   */
  data?: {
    [k: string]: unknown;
  } | null;
  /**
   * 请求链id
   *
   * docs/api/search_inst.md:99
   */
  request_id?: string;
}
