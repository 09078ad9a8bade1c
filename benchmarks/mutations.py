"""The small faults that are put into a module, one at a time."""

from __future__ import annotations

import ast
from collections.abc import Iterator

_NOT_RUN = {"annotation", "returns", "type_params", "decorator_list", "argtypes"}
"""The parts of a node that no reader's answers come to."""

_TURNED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.Break: ast.Pass,
    ast.Continue: ast.Pass,
}
"""What an operator, or a word that stands by itself, becomes."""

_SWAPPED = {"min": "max", "max": "min", "all": "any", "any": "all", "sorted": "list", "reversed": "list"}
"""What a name of Python's own becomes where it is called or handed over."""


def changes(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Make each change in turn, and yield its line and what it is; then the module is as before."""
    for holder, name, at, node, line in _places(tree, 0):
        for new in _instead(holder, node):
            was = " ".join(ast.unparse(_whole(holder, node)).split())
            _put(holder, name, at, new)
            ast.fix_missing_locations(tree)
            yield line, f"{was} -> {_said(holder, node, new)}".strip()
            _put(holder, name, at, node)


def _places(holder: ast.AST, line: int) -> Iterator[tuple[ast.AST, str, int | None, ast.AST, int]]:
    if isinstance(holder, ast.TypeAlias | ast.Assert) or (
        isinstance(holder, ast.keyword) and holder.arg == "strict"
    ):
        return  # What is asserted is so in any case.
    for name, value in ast.iter_fields(holder):
        if name in _NOT_RUN:
            continue
        for at, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(node, ast.AST):
                here = getattr(node, "lineno", line)
                yield holder, name, at, node, here
                yield from _places(node, here)


def _put(holder: ast.AST, name: str, at: int | None, node: ast.AST) -> None:
    if at is None:
        setattr(holder, name, node)
    else:
        getattr(holder, name)[at] = node


def _whole(holder: ast.AST, node: ast.AST) -> ast.AST:
    """Return what is worth reading of a change: of an operator, all that it joins."""
    return holder if isinstance(node, ast.operator | ast.cmpop | ast.boolop) else node


def _said(holder: ast.AST, node: ast.AST, new: ast.AST) -> str:
    whole = holder if _whole(holder, node) is holder else new
    return " ".join(ast.unparse(whole).split())


def _instead(holder: ast.AST, node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may stand instead of a node."""
    if turned := _TURNED.get(type(node)):
        yield turned()
    match node:
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value) | float(value)):
            yield ast.Constant(value + 1)
        case ast.UnaryOp(op=ast.Not(), operand=part):
            yield part
        case ast.If(test=test, body=body, orelse=orelse):
            yield ast.If(_not(test), body, orelse)
        case ast.While(test=ast.expr() as test, body=body) if not isinstance(test, ast.Constant):
            yield ast.While(_not(test), body, [])
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield ast.IfExp(test, orelse, body)
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Call(func=ast.Name(id="assert_never"))):
            return  # The types are told that nothing comes there.
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()):
            yield _nothing(node.value)
        case ast.AugAssign():
            yield ast.Pass()
        case ast.Raise():
            yield ast.Pass()
        case ast.comprehension(target=target, iter=each, ifs=[_, *_]):
            yield ast.comprehension(target, each, [], node.is_async)
        case ast.match_case(pattern=pattern, guard=ast.expr(), body=body):
            yield ast.match_case(pattern, None, body)
        case ast.Name(id=name, ctx=ast.Load()) if name in _SWAPPED and not isinstance(holder, ast.Subscript):
            yield ast.Name(_SWAPPED[name], ast.Load())


def _nothing(value: ast.expr) -> ast.stmt:
    """Return a statement that does nothing; a generator stays one."""
    if isinstance(value, ast.Call):
        return ast.Pass()
    return ast.Expr(ast.YieldFrom(ast.Tuple([], ast.Load())))


def _not(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)
