from hypothesis import given
from hypothesis import strategies as st

from kerjasama.resolve.unions import Unions

PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12)


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_sets_do_not_depend_on_the_order_of_joining(pairs, random):
    shuffled = list(pairs)
    random.shuffle(shuffled)
    groups = []
    for order in (pairs, shuffled):
        unions = Unions(range(10))
        for a, b in order:
            unions.join(a, b)
        groups.append(unions.groups())
    assert groups[0] == groups[1]


@given(PAIRS)
def test_the_first_item_stands_for_its_set_and_nothing_is_lost(pairs):
    unions = Unions(range(10))
    for a, b in pairs:
        unions.join(a, b)
    groups = unions.groups()
    assert sorted(item for members in groups.values() for item in members) == list(range(10))
    assert all(root == min(members) for root, members in groups.items())
    assert all(unions.find(a) == unions.find(b) for a, b in pairs)
