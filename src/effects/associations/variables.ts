import { AN_INT64, A_TEXT, int64, text } from '../../config/variable.js';
import type { Variable } from '../../config/variable.js';

/** The settings that only associations need: the fixture. */
export const VARIABLES: readonly Variable[] = [
  {
    name: 'CMDB_OBJ_ASST_ID',
    schema: text,
    takes: A_TEXT,
    target: 'required',
    about: { en: 'the model association', zh: '模型关联关系的唯一 id' },
  },
  {
    name: 'CMDB_OBJ_ID',
    schema: text,
    takes: A_TEXT,
    target: 'required',
    about: { en: 'its source model', zh: '源模型 id' },
  },
  {
    name: 'CMDB_ASST_OBJ_ID',
    schema: text,
    takes: A_TEXT,
    target: 'required',
    about: { en: 'its target model', zh: '目标模型 id' },
  },
  {
    name: 'CMDB_INST_ID',
    schema: int64,
    takes: AN_INT64,
    target: 'required',
    about: { en: 'a source instance that may be associated', zh: '可被关联的源模型实例 id' },
  },
  {
    name: 'CMDB_ASST_INST_ID',
    schema: int64,
    takes: AN_INT64,
    target: 'required',
    about: { en: 'a target instance that may be associated', zh: '可被关联的目标模型实例 id' },
  },
  {
    name: 'CMDB_BIZ_ID',
    schema: text,
    takes: A_TEXT,
    target: 'required',
    about: {
      en: 'the business for metadata.label.bk_biz_id',
      zh: 'metadata.label.bk_biz_id 的业务 id',
    },
  },
];
