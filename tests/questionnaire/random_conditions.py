"""Random conditions, printed and judged by the definition: an oracle that knows nothing of the program."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, Literal

from hypothesis import strategies as st

from miskraam_cli.questionnaire.condition.evaluate import UNKNOWN, Unknown, Value

T: Final = "true"
F: Final = "false"
U: Final = "unknown"
Truth = Literal["true", "false", "unknown"]

AND: Mapping[tuple[Truth, Truth], Truth] = {
    (T, T): T,
    (T, F): F,
    (T, U): U,
    (F, T): F,
    (F, F): F,
    (F, U): F,
    (U, T): U,
    (U, F): F,
    (U, U): U,
}
OR: Mapping[tuple[Truth, Truth], Truth] = {
    (T, T): T,
    (T, F): T,
    (T, U): T,
    (F, T): T,
    (F, F): F,
    (F, U): U,
    (U, T): T,
    (U, F): U,
    (U, U): U,
}
NOT: Mapping[Truth, Truth] = {T: F, F: T, U: U}

CARES = ("waiting", "tablets", "surgery")
SIGNS = ("pain", "blood", "fever")

# A condition here is a nested tuple: the kind, then its parts.
Tree = tuple[Any, ...]


@dataclass(frozen=True)
class Known:
    """Values by name, as a condition sees them; `over` says whether all has been put."""

    values: Mapping[str, Value | Unknown]
    over: bool = True

    def value(self, name: str) -> Value | Unknown:
        """The value under a name."""
        return self.values[name]

    def settled(self, names: frozenset[str]) -> bool:  # noqa: ARG002  # each test says itself what is over
        """Whether an unknown may count as a possible yes."""
        return self.over


def numbers() -> st.SearchStrategy[Tree]:
    """Sums whose results are exact in 28 digits, so that fractions can judge them."""
    literal = st.builds(lambda tenths: ("number", Decimal(tenths) / 10), st.integers(0, 99))
    name = st.sampled_from([("name", "n1"), ("name", "n2")])
    leaf = st.one_of(literal, name)
    raised = st.tuples(st.just("**"), leaf, st.integers(0, 3))
    divisor = st.sampled_from([("number", Decimal(n)) for n in (0, 2, 4, 5, 8)])
    divided = st.tuples(st.just("/"), leaf, divisor)
    counted = st.just(("count", "m"))
    days = st.sampled_from([("days", "today", "d1"), ("days", "d1", "d2"), ("days", "d2", "d2")])
    single = st.one_of(leaf, raised, divided, counted, days)
    return st.recursive(
        single, lambda inner: st.tuples(st.sampled_from(["+", "-", "*"]), inner, inner), max_leaves=3
    )


def outcomes() -> st.SearchStrategy[Tree]:
    """Conditions over all the kinds of names."""
    signs = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
    equal = st.sampled_from(["==", "!="])
    names = st.sampled_from([("name", "b1"), ("name", "b2"), ("name", "b3")])
    compared = st.tuples(signs, numbers().filter(lambda tree: tree[0] != "number"), numbers())
    leaf = st.one_of(
        names,
        st.sampled_from([("truth", True), ("truth", False)]),
        compared,
        st.tuples(signs, st.just(("name", "d1")), st.sampled_from([("name", "d2"), ("name", "today")])),
        st.tuples(equal, st.just(("name", "c")), st.sampled_from([("choice", care) for care in CARES])),
        st.tuples(equal, names, st.one_of(names, st.just(("truth", True)))),
        st.tuples(st.just("in"), st.just("c"), st.lists(st.sampled_from(CARES), min_size=2, max_size=3)),
        st.tuples(st.just("has"), st.just("m"), st.sampled_from(SIGNS)),
    )

    def larger(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
        several = st.lists(inner, min_size=2, max_size=4)
        return st.one_of(
            st.tuples(st.just("and"), several),
            st.tuples(st.just("or"), several),
            st.tuples(st.just("not"), inner),
            st.tuples(st.just("maybe"), inner),
        )

    return st.recursive(leaf, larger, max_leaves=6)


def worlds() -> st.SearchStrategy[Known]:
    """Values for every name, many of them unknown."""

    def or_unknown(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        return st.one_of(st.just(UNKNOWN), values)

    boolean = or_unknown(st.booleans())
    number = or_unknown(st.integers(0, 99).map(lambda tenths: Decimal(tenths) / 10))
    day = or_unknown(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
    values = st.fixed_dictionaries(
        {
            **dict.fromkeys(("b1", "b2", "b3"), boolean),
            **dict.fromkeys(("n1", "n2"), number),
            **dict.fromkeys(("d1", "d2"), day),
            "today": st.just(date(2026, 11, 22)),
            "c": or_unknown(st.sampled_from(CARES)),
            "m": or_unknown(st.lists(st.sampled_from(SIGNS), unique=True).map(tuple)),
        }
    )
    return st.builds(Known, values, st.booleans())


def printed(tree: Tree) -> str:
    """A condition as an author could write it, every part in brackets."""
    match tree:
        case ("and" | "or") as word, items:
            return "(" + f" {word} ".join(printed(item) for item in items) + ")"
        case ("not", item):
            return f"(not {printed(item)})"
        case ("maybe", item):
            return f"maybe({printed(item)})"
        case ("in", name, options):
            return f"({name} in ({', '.join(repr(option) for option in options)}))"
        case ("has", name, option):
            return f"has({name}, {option!r})"
        case ("count", name):
            return f"count({name})"
        case ("days", first, second):
            return f"({first} - {second})"
        case ("truth", value):
            return "true" if value else "false"
        case ("choice", value):
            return repr(value)
        case ("name" | "number", value):
            return str(value)
        case ("**", base, power):
            return f"({printed(base)} ** {power})"
    sign, left, right = tree
    return f"({printed(left)} {sign} {printed(right)})"


def judged(tree: Tree, known: Known) -> Truth:
    """The outcome of a condition, by the definition."""
    match tree:
        case ("and" | "or") as word, items:
            table = AND if word == "and" else OR
            outcome = judged(items[0], known)
            for item in items[1:]:
                outcome = table[outcome, judged(item, known)]
            return outcome
        case ("not", item):
            return NOT[judged(item, known)]
        case ("maybe", item):
            outcome = judged(item, known)
            return T if outcome == U and known.over else outcome
    found = _plain(tree, known)
    return U if found is None else T if found else F


def _plain(tree: Tree, known: Known) -> Any:
    """The value of a part without and, or, not; None where it is unknown."""
    match tree:
        case ("truth" | "choice", value):
            return value
        case ("number", value):
            return Fraction(value)
        case ("name", name):
            return _value(name, known)
        case ("in", name, options):
            made = _value(name, known)
            return None if made is None else made in options
        case ("has", name, option):
            made = _value(name, known)
            return None if made is None else option in made
        case ("count", name):
            made = _value(name, known)
            return None if made is None else Fraction(len(made))
        case ("days", first, second):
            one, other = _value(first, known), _value(second, known)
            return None if one is None or other is None else Fraction((one - other).days)
        case ("**", base, power):
            raised = _plain(base, known)
            return None if raised is None or (raised == 0 and power == 0) else raised**power
    sign, left, right = tree
    return _of_two(sign, _plain(left, known), _plain(right, known))


def _value(name: str, known: Known) -> Any:
    value = known.value(name)
    if value is UNKNOWN:
        return None
    return Fraction(value) if isinstance(value, Decimal) else value


def _of_two(sign: str, left: Any, right: Any) -> Any:
    if left is None or right is None or (sign == "/" and right == 0):
        return None
    results = {
        "+": lambda: left + right,
        "-": lambda: left - right,
        "*": lambda: left * right,
        "/": lambda: left / right,
        "==": lambda: left == right,
        "!=": lambda: left != right,
        "<": lambda: left < right,
        "<=": lambda: left <= right,
        ">": lambda: left > right,
        ">=": lambda: left >= right,
    }
    return results[sign]()
