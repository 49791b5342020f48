// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OriginalClassifier} from "./OriginalClassifier.sol";

/// @title The rules "sparse-perceptron/1", for tests alone.
contract OriginalSparsePerceptron is OriginalClassifier {
    mapping(uint64 feature => int80) public weights;
    int80 public intercept;
    uint32 public learningRate;

    constructor(string[] memory names, int80[] memory weights_, int80 intercept_, uint32 rate)
        OriginalClassifier(names)
    {
        for (uint64 i = 0; i < weights_.length; ++i) {
            weights[i] = weights_[i];
        }
        intercept = intercept_;
        learningRate = rate;
    }

    function initializeWeights(uint64 start, int80[] calldata more) external {
        for (uint64 i = 0; i < more.length; ++i) {
            unchecked {
                weights[start + i] = more[i];
            }
        }
    }

    function initializeSparseWeights(int80[][] calldata pairs) external {
        for (uint256 i = 0; i < pairs.length; ++i) {
            require(pairs[i][0] < 2 ** 64, "index");
            weights[uint64(uint80(pairs[i][0]))] = pairs[i][1];
        }
    }

    function update(int64[] calldata data, uint64 label) external {
        if (predict(data) == label) return;
        int80 step = int80(uint80(learningRate));
        for (uint256 i = 0; i < data.length; ++i) {
            uint64 feature = uint64(data[i]);
            unchecked {
                weights[feature] = label == 0 ? weights[feature] - step : weights[feature] + step;
            }
        }
    }

    function predict(int64[] calldata data) public view returns (uint64) {
        int256 sum = intercept;
        for (uint256 i = 0; i < data.length; ++i) {
            require(data[i] >= 0, "index");
            sum += weights[uint64(data[i])];
        }
        return sum > 0 ? 1 : 0;
    }
}
