/** @file On what terms the open data are given. Pure. */
export const dataTerms =
  '可以免费下载、转载和加工使用，请注明来源和更新日期。内容供参考，法律条文以国家法律法规数据库公布的为准。'
