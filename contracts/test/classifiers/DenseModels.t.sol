// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Kinds} from "./Kinds.sol";
import {DensePerceptron} from "../../src/classifiers/DensePerceptron.sol";
import {NearestCentroidClassifier} from "../../src/classifiers/NearestCentroidClassifier.sol";

/// @title The dense kinds against the same arithmetic on plain arrays, for every number of values in the last slot.
contract DenseModelsTest is Kinds {
    int256 private constant F = 1e9;

    int80[] private _weights;
    int64[][] private _centroids;

    function testFuzz_densePerceptronComputesAsOnPlainArrays(uint256 seed, uint8 size) external {
        uint256 dimensions = 1 + size % 9;
        for (uint256 i = 0; i < dimensions; ++i) {
            _weights.push(int80(int256(random(seed, i))));
        }
        int80 intercept = int80(int256(random(seed, 99)) >> 170);
        uint32 rate = uint32(random(seed, 98));
        DensePerceptron model = new DensePerceptron(names(2), _weights, intercept, rate);
        int64[] memory data = _wide(seed, dimensions);
        uint64 prediction = model.predict(data);
        vm.assertEq(prediction, _side(data, intercept));
        int64[] memory axis = _axis(seed, dimensions);
        uint64 label = uint64(seed % 2);
        bool wrong = model.predict(axis) != label;
        model.update(axis, label);
        for (uint256 i = 0; i < dimensions; ++i) {
            int256 step = int256(axis[i]) * int256(uint256(rate)) / F;
            int256 moved = !wrong ? int256(0) : label == 1 ? step : -step;
            vm.assertEq(int256(model.weights(i)), _weights[i] + moved);
        }
    }

    function testFuzz_nearestCentroidComputesAsOnPlainArrays(uint256 seed, uint8 size) external {
        uint256 dimensions = 1 + size % 9;
        uint256 numClasses = 1 + seed % 4;
        uint256[] memory counts = new uint256[](numClasses);
        for (uint256 k = 0; k < numClasses; ++k) {
            _centroids.push(_wide(random(seed, k), dimensions));
            counts[k] = uint32(random(seed, k + 10)) / 2;
        }
        NearestCentroidClassifier model = new NearestCentroidClassifier(names(numClasses), _centroids, counts);
        vm.assertEq(model.predict(_wide(seed, dimensions)), _nearest(_wide(seed, dimensions)));
        int64[] memory axis = _axis(seed, dimensions);
        uint64 label = uint64(seed % numClasses);
        model.update(axis, label);
        for (uint256 j = 0; j < dimensions; ++j) {
            int256 n = int256(counts[label]);
            _centroids[label][j] = int64((_centroids[label][j] * n + axis[j]) / (n + 1));
        }
        for (uint256 k = 0; k < numClasses; ++k) {
            for (uint256 j = 0; j < dimensions; ++j) {
                vm.assertEq(int256(model.getCentroidValue(k, j)), _centroids[k][j]);
            }
            vm.assertEq(model.getNumSamples(k), counts[k] + (k == label ? 1 : 0));
        }
    }

    function _side(int64[] memory data, int80 intercept) private view returns (uint64) {
        int256 sum = intercept * F;
        for (uint256 i = 0; i < data.length; ++i) {
            sum += int256(_weights[i]) * data[i];
        }
        return sum > 0 ? 1 : 0;
    }

    function _nearest(int64[] memory data) private view returns (uint64 best) {
        int256 least = type(int256).max;
        for (uint256 k = 0; k < _centroids.length; ++k) {
            int256 distance = 0;
            for (uint256 j = 0; j < data.length; ++j) {
                int256 difference = int256(data[j]) - _centroids[k][j];
                distance += difference * difference / F;
            }
            if (distance < least) (least, best) = (distance, uint64(k));
        }
    }

    /// @dev Any values of 64 bits, small ones too.
    function _wide(uint256 seed, uint256 dimensions) private pure returns (int64[] memory data) {
        data = new int64[](dimensions);
        for (uint256 i = 0; i < dimensions; ++i) {
            data[i] = int64(int256(random(seed, i + 200))) >> (seed % 40);
        }
    }

    /// @dev Length 1 but for a little, along one axis.
    function _axis(uint256 seed, uint256 dimensions) private pure returns (int64[] memory data) {
        data = new int64[](dimensions);
        data[seed % dimensions] = seed % 3 == 0 ? -ONE : ONE;
        data[(seed % dimensions + 1) % dimensions] += int64(int256(random(seed, 300) % 41)) - 20;
    }
}
