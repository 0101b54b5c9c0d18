// What can be set on a kind of field: how it is called, and one sentence of help.
const setting = {
  label: {
    placeholder: "输入提示",
    format: "格式",
    max_chars: "最多字数",
    rows: "显示行数",
    unit: "单位",
    decimals: "小数位数",
    min: "最小值",
    max: "最大值",
    thousands: "千分位分隔",
    currency: "币种",
    options: "选项",
    min_picks: "至少选几项",
    max_picks: "最多选几项",
    on_label: "“是”的文字",
    off_label: "“否”的文字",
    stars: "星数",
    many: "可选多个",
    max_files: "最多个数",
    camera_only: "只允许现场拍照",
    watermark: "照片水印",
    extensions: "允许的文件类型",
    pattern: "编号规则",
    reset: "重新从 1 开始",
    formula: "公式",
    result: "结果类型",
    earliest: "最早",
    latest: "最晚",
  },
  help: {
    placeholder: "输入框为空时显示的浅色文字。",
    format: "选了手机号等以后，写法不对的内容不能提交。",
    max_chars: "超过的内容不能提交；快到上限时会显示已写多少字。",
    rows: "输入框一开始有多高；写得多时会自动变高。",
    unit: "显示在数字后面，例如 mm、台。",
    decimals: "小数更多的数不能提交；公式的结果按它四舍五入。",
    min: "比它小的数不能提交；留空不限。",
    max: "比它大的数不能提交；留空不限。",
    thousands: "显示为 12,345；填写时不用输入逗号。",
    currency: "符号显示在金额前面；只是单位，不会换算。",
    options: "改名后，已有记录也显示新名称；Alt + ↑ / ↓ 调整顺序。",
    min_picks: "选得不够不能提交；留空不限。",
    max_picks: "选得太多不能提交；留空不限。",
    on_label: "按钮和列表里怎么称呼“是”，例如“合格”。",
    off_label: "按钮和列表里怎么称呼“否”，例如“不合格”。",
    stars: "满分是几颗星。",
    many: "在公式里，多个值是一个列表。",
    max_files: "达到后不能再添加。",
    camera_only: "在手机上直接打开相机，不能从相册选。",
    watermark: "上传前在本机把拍摄时间、上传人和单据名称印在照片上。",
    extensions: "例如 pdf、docx；留空表示常见的文档、图片、音视频和压缩包都可以。",
    pattern: "{yyyy} {yyyyMM} {yyyyMMdd} 是日期，一串 # 是序号的位数，例如 WX-{yyyyMM}-{####}。",
    reset: "编号规则里要有相应的日期，编号才不会重复。",
    formula: "由其他字段自动算出，填写人不能改。",
    result: "决定结果怎么显示，以及能和哪些值一起计算。",
    earliest: "一个日期公式，例如 TODAY()。",
    latest: "一个日期公式，例如 TODAY() + 30。",
  },
};

export default setting;

declare module "../namespaces" {
  interface Namespaces {
    setting: typeof setting;
  }
}
