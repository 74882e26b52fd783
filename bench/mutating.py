"""Small faults for a module: each mutant is the module with one thing in it that is wrong."""

import ast
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass

Change = Callable[[ast.AST], ast.AST | None]
"""What stands in the place of a node, made from a copy of it; None removes a statement."""

_OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_EDGE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
}
_OTHER_SIGN: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one fault. `within`: the function that it stands in; empty for what is no function."""

    line: int
    end: int
    what: str
    within: str
    tree: ast.Module

    @property
    def source(self) -> str:
        """The module as it is now, without its comments."""
        return ast.unparse(self.tree)


def mutants(source: str) -> list[Mutant]:
    """All that can be made of it; always in the same order."""
    tree = ast.parse(source)
    places = list(_places(tree, (), ""))
    return [
        Mutant(node.lineno, node.end_lineno or node.lineno, f"{what}: {_short(node)}", within, made)
        for path, node, within in places
        for what, change in _changes(node)
        if (made := _made(tree, path, change)) is not None
    ]


def _short(node: ast.AST) -> str:
    return ast.unparse(node).splitlines()[0][:90]


Step = tuple[str, int | None]
Found = tuple[tuple[Step, ...], "ast.expr | ast.stmt", str]


def _places(node: ast.AST, path: tuple[Step, ...], within: str) -> Iterator[Found]:
    """Every expression and statement that counts, with the way to it and the function it stands in."""
    if isinstance(node, ast.expr | ast.stmt):
        yield path, node, within
    inner = within
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        inner = f"{within}.{node.name}".lstrip(".")
    for name, value in ast.iter_fields(node):
        children = enumerate(value) if isinstance(value, list) else [(None, value)]
        # What a function takes when nothing is given stands outside its code.
        outside = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and name == "args"
        for at, child in children:
            if isinstance(child, ast.AST) and not _says_nothing(child, name):
                yield from _places(child, (*path, (name, at)), within if outside else inner)


def _says_nothing(node: ast.AST, field: str) -> bool:
    """Docstrings, types, imports, words of the log, and the kill points, which do nothing in service."""
    if field in ("annotation", "returns", "decorator_list") or isinstance(node, ast.Import | ast.ImportFrom):
        return True
    match node:
        case ast.Expr(ast.Constant()):
            return True
        case ast.Expr(ast.Call(ast.Attribute(ast.Name("log")))) | ast.Expr(ast.Call(ast.Name("reached"))):
            return True
        case ast.Assign([ast.Name("log" | "Result" | "VaultWork" | "Handle" | "Deliver")]):
            return True
        case _:
            return False


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    match node:
        case ast.Compare(ops=ops):
            for table in (_OPPOSITE, _EDGE):
                turned = (_compared(at, table[type(op)]) for at, op in enumerate(ops) if type(op) in table)
                yield from (("compared the other way", change) for change in turned)
        case ast.BinOp(op=op) if type(op) in _OTHER_SIGN:
            yield "other sign", _signed(_OTHER_SIGN[type(op)])
        case ast.BoolOp():
            yield "and/or", _and_or
        case ast.UnaryOp():
            yield "without not", lambda one: one.operand  # type: ignore[attr-defined]
        case ast.Constant(value) if value is not None and value is not Ellipsis:
            yield "another value", _valued
        case _:
            yield from _changes_of_flow(node)


def _changes_of_flow(node: ast.AST) -> Iterator[tuple[str, Change]]:
    match node:
        case ast.If() | ast.IfExp() | ast.While():
            yield "condition turned", _turned
        case ast.Return(value) if value is not None and not _is_none(value):
            yield "gives None", _gives_none
        case ast.Expr() | ast.Raise() | ast.AugAssign() | ast.Continue() | ast.Break() | ast.Delete():
            yield "removed", lambda _: ast.Pass()
        case ast.Assign([ast.Attribute() | ast.Subscript()]):
            yield "removed", lambda _: ast.Pass()
        case _:
            pass


def _is_none(node: ast.expr) -> bool:
    """Or what is as good as none."""
    return isinstance(node, ast.Constant) and not node.value


def _compared(at: int, op: type[ast.cmpop]) -> Change:
    def change(node: ast.AST) -> ast.AST:
        node.ops[at] = op()  # type: ignore[attr-defined]
        return node

    return change


def _signed(op: type[ast.operator]) -> Change:
    def change(node: ast.AST) -> ast.AST:
        node.op = op()  # type: ignore[attr-defined]
        return node

    return change


def _and_or(node: ast.AST) -> ast.AST:
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()  # type: ignore[attr-defined]
    return node


def _turned(node: ast.AST) -> ast.AST:
    node.test = ast.UnaryOp(ast.Not(), node.test)  # type: ignore[attr-defined]
    return node


def _gives_none(node: ast.AST) -> ast.AST:
    node.value = ast.Constant(None)  # type: ignore[attr-defined]
    return node


def _valued(node: ast.AST) -> ast.AST:
    match node:
        case ast.Constant(bool() as value):
            return ast.Constant(not value)
        case ast.Constant(int() | float() as value):
            return ast.Constant(value + 1)
        case ast.Constant(str() as value):
            return ast.Constant(f"{value}x")
        case _:
            return node


def _made(tree: ast.Module, path: tuple[Step, ...], change: Change) -> ast.Module | None:
    made = deepcopy(tree)
    parent: ast.AST = made
    for name, at in path[:-1]:
        value = getattr(parent, name)
        parent = value if at is None else value[at]
    name, at = path[-1]
    field = getattr(parent, name)
    node = field if at is None else field[at]
    if isinstance(parent, ast.JoinedStr):
        # The words between the holes of an f-string stay words.
        change = _valued
    new = change(node)
    if new is None:
        return None
    ast.copy_location(new, node)
    if at is None:
        setattr(parent, name, new)
    else:
        field[at] = new
    return ast.fix_missing_locations(made)
