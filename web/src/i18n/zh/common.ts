const common = {
  product: "Tessera",
  back: "返回",
  close: "关闭",
  cancel: "取消",
  confirm: "确定",
  clear: "清空",
  save: "保存",
  undo: "撤销",
  retry: "重试",
  more: "更多",
  actions: "操作",
  resize: "拖动调整宽度",
  requestId: "请求编号 {{id}}",
  loading: "正在加载",
  join: { names: "、", clauses: "；", said: "{{what}}：{{text}}" },
  yes: "是",
  no: "否",
  moveRow: "拖动或按上下键调整 {{label}} 的位置",
  choosePeople: "选择成员",
  chooseDepartment: "选择部门",
  pick: {
    search: "搜索",
    done: "完成",
    doneWith: "完成（已选 {{count}} 项）",
    none: "没有符合的选项",
    more: "只列出前 {{count}} 项，输入文字可缩小范围",
  },
  errand: {
    held: "{{what}} · {{title}}",
    now: "立即提交",
    done: "{{what}}成功",
    refused: "“{{title}}”没有{{what}}成功",
    waiting: "{{count}} 项操作已存本机，网络恢复后自动提交",
    coming: "{{what}}即将提交",
    queued: "{{what}}已存本机，网络恢复后自动提交",
    left: "还没有发出的决定：{{what}}（{{at}}）",
    send: "发出",
    drop: "丢弃",
    handled: "已由 {{who}} 于 {{at}} 处理，您无需再操作。",
  },
  ask: {
    delete: "删除",
    leave: "还没有保存，要离开吗？",
    leaveText: "离开后，刚才的修改会丢失。",
    leaveOk: "放弃修改",
    changed: "“{{name}}”刚被其他人改过",
    changedText:
      "您打开之后，别人保存了修改。覆盖会丢掉那次修改；取消则保留您填写的内容，关闭后重新打开可以看到最新的。",
    overwrite: "用我的覆盖",
    inUse: "还有这些地方在使用，先移除后才能删除",
    kind: {
      users: "成员",
      departments: "部门",
      teams: "用户组",
      roles: "角色",
      flows: "流程",
      forms: "表单",
      orders: "工单",
      boards: "看板",
    },
  },
};

export default common;

declare module "../namespaces" {
  interface Namespaces {
    common: typeof common;
  }
}
