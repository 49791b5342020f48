// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Kinds} from "./Kinds.sol";
import {FeatureSet} from "../../src/classifiers/FeatureSet.sol";
import {Logarithm} from "../../src/classifiers/Logarithm.sol";

/// @title The logarithm and the set of features, by themselves.
contract ArithmeticTest is Kinds {
    int256 private constant UNIT = 2 ** 44;

    function test_powersOfTwoHaveWholeLogarithms() external pure {
        for (uint256 e = 0; e < 128; ++e) {
            int256 off = Logarithm.log2(1 << e) - int256(e) * UNIT;
            vm.assertTrue(off == 0 || off == -1, vm.toString(e));
        }
    }

    function testFuzz_logarithmsAddUp(uint256 a, uint256 b) external pure {
        a = bound(a, 1, type(uint64).max);
        b = bound(b, 1, type(uint64).max);
        int256 off = Logarithm.log2(a * b) - Logarithm.log2(a) - Logarithm.log2(b);
        vm.assertTrue(off > -3 && off < 4, vm.toString(off));
    }

    function testFuzz_logarithmsRise(uint256 a, uint256 b) external pure {
        a = bound(a, 1, type(uint128).max);
        b = bound(b, a, type(uint128).max);
        vm.assertTrue(Logarithm.log2(b) >= Logarithm.log2(a) - 1);
    }

    function testFuzz_aSetHoldsEachFeatureOnceAndRises(uint256 seed, uint16 length, uint32 limit) external view {
        int64[] memory data = randomIndices(seed, length % 70, uint256(limit % 100) + 1);
        uint256[] memory features = this.distinct(data);
        for (uint256 i = 1; i < features.length; ++i) {
            vm.assertLt(features[i - 1], features[i], "rising");
        }
        for (uint256 i = 0; i < data.length; ++i) {
            uint256 places = 0;
            for (uint256 j = 0; j < features.length; ++j) {
                if (features[j] == uint64(data[i])) ++places;
            }
            vm.assertEq(places, 1, "a feature of the sample");
        }
        vm.assertLe(features.length, data.length, "nothing else");
        vm.assertEq(features.length == 0, data.length == 0);
    }

    function test_aRisingSampleIsItsOwnSet() external view {
        int64[] memory data = new int64[](3);
        (data[0], data[1], data[2]) = (0, 7, 4294967295);
        uint256[] memory features = this.distinct(data);
        vm.assertEq(features.length, 3);
        for (uint256 i = 0; i < 3; ++i) {
            vm.assertEq(features[i], uint64(data[i]));
        }
    }

    function distinct(int64[] calldata data) external pure returns (uint256[] memory) {
        return FeatureSet.distinct(data);
    }
}
