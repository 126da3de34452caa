import { AN_INT64, A_TEXT, int64, text } from '../../config/variable.js';
import type { Variable } from '../../config/variable.js';

/** The settings that only associations need: the fixture. The fewer are set, the more is made. */
export const VARIABLES: readonly Variable[] = [
  {
    name: 'CMDB_FIXTURE',
    schema: { type: 'string', enum: ['auto'] },
    takes: { en: 'auto, or nothing', zh: 'auto，或不设置' },
    target: 'optional',
    about: {
      en: 'auto: without CMDB_OBJ_ASST_ID, take the model association that the suite proposes',
      zh: 'auto：未设置 CMDB_OBJ_ASST_ID 时，采用套件建议的模型关联关系',
    },
  },
  {
    name: 'CMDB_OBJ_ASST_ID',
    schema: text,
    takes: A_TEXT,
    target: 'optional',
    about: {
      en: 'the model association; unset: the suite proposes one',
      zh: '模型关联关系的唯一 id；不设置则由套件建议',
    },
  },
  {
    name: 'CMDB_OBJ_ID',
    schema: text,
    takes: A_TEXT,
    target: 'optional',
    needs: 'CMDB_OBJ_ASST_ID',
    about: { en: 'its source model; unset: looked up', zh: '源模型 id；不设置则自动查询' },
  },
  {
    name: 'CMDB_ASST_OBJ_ID',
    schema: text,
    takes: A_TEXT,
    target: 'optional',
    needs: 'CMDB_OBJ_ASST_ID',
    about: { en: 'its target model; unset: looked up', zh: '目标模型 id；不设置则自动查询' },
  },
  {
    name: 'CMDB_INST_ID',
    schema: int64,
    takes: AN_INT64,
    target: 'optional',
    needs: 'CMDB_OBJ_ASST_ID',
    about: {
      en: 'a source instance that may be associated; unset: made, and removed',
      zh: '可被关联的源模型实例 id；不设置则自动创建并删除',
    },
  },
  {
    name: 'CMDB_ASST_INST_ID',
    schema: int64,
    takes: AN_INT64,
    target: 'optional',
    needs: 'CMDB_OBJ_ASST_ID',
    about: {
      en: 'a target instance that may be associated; unset: made, and removed',
      zh: '可被关联的目标模型实例 id；不设置则自动创建并删除',
    },
  },
  {
    name: 'CMDB_BIZ_ID',
    schema: text,
    takes: A_TEXT,
    target: 'optional',
    about: {
      en: 'the business for metadata.label.bk_biz_id; unset: that of the document’s sample',
      zh: 'metadata.label.bk_biz_id 的业务 id；不设置则取文档示例中的值',
    },
  },
  {
    name: 'CMDB_SUPPLIER_ACCOUNT',
    schema: text,
    takes: A_TEXT,
    target: 'optional',
    fallback: '0',
    about: {
      en: 'the supplier account under which instances are made',
      zh: '创建实例时所用的开发商账号',
    },
  },
];
